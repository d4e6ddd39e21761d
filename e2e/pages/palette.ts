import { expect, type Page } from 'playwright/test'

/** What goes anywhere by its name, by the names that people know it by. */
export const palette = (page: Page) => {
  const dialog = page.getByRole('dialog', { name: 'Go to or do' })
  const box = dialog.getByRole('combobox', { name: 'Go to or do' })
  const options = dialog.getByRole('option')
  return {
    opener: page.getByRole('banner').getByRole('button', { name: 'Go to' }),
    dialog,
    box,
    options,
    option: (name: string | RegExp) => dialog.getByRole('option', { name }),
    group: (name: string) => dialog.getByRole('group', { name }).getByRole('option'),
    status: dialog.getByRole('status'),
    open: async () => {
      // The bar is hydrated after the form: a key that comes before is the browser's.
      await expect(async () => {
        if (!(await box.isVisible())) await page.keyboard.press('ControlOrMeta+k')
        await expect(box).toBeFocused({ timeout: 2000 })
      }).toPass()
    },
  }
}
