import axe from 'axe-core'
import { expect, type Page } from 'playwright/test'

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** Holds the page, as it stands and in its present theme, against WCAG 2.2 AA and axe's best practices. */
export const expectNoAxeViolations = async (page: Page) => {
  // Evaluated, not inserted: the policy forbids foreign scripts, and says nothing about the debugger's.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source)
  const violations = await page.evaluate(async (values) => {
    const results = await axe.run(document, { runOnly: { type: 'tag', values } })
    return results.violations.map(({ id, help, nodes }) => ({
      id,
      help,
      nodes: nodes.map(({ target, failureSummary }) => `${target.join(' ')}: ${failureSummary}`),
    }))
  }, tags)
  expect(violations).toEqual([])
}
