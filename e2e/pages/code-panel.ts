import { expect, type Page } from 'playwright/test'

export type Tool = 'curl' | 'Qovery CLI' | 'Terraform'

/** The panel that gives an alias, or all of a project's, as code for other tools. */
export const codePanel = (page: Page, name = 'As code') => {
  const panel = page.getByRole('region', { name, exact: true })
  const block = (tool: Tool) => panel.getByRole('region', { name: `${tool} code` })
  return {
    panel,
    block,
    summary: (tool: Tool) => panel.getByText(tool, { exact: true }),
    notes: (tool: Tool) => panel.getByRole('list', { name: `About ${tool}` }),
    copy: (tool: Tool) => panel.getByRole('button', { name: `Copy ${tool} code` }),
    /** Opens a tool's part and gives its code as it is shown to who wants all of it. */
    read: async (tool: Tool) => {
      await panel.getByText(tool, { exact: true }).click()
      await expect(block(tool)).toBeVisible()
      const rest = panel.getByRole('button', { name: /characters$/ }).filter({ visible: true })
      if (await rest.isVisible()) await rest.click()
      return (await block(tool).textContent()) ?? ''
    },
  }
}
