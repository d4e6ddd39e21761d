import { expect, type Page } from 'playwright/test'

/** A box with a list below it, by the name that people know it by. */
export const picker = (page: Page, name: 'Project' | 'Where' | 'Secret') => {
  const box = page.getByRole('combobox', { name, exact: true })
  const list = page.getByRole('listbox', {
    name: { Project: 'Projects', Where: 'Places', Secret: 'Secrets' }[name],
    exact: true,
  })
  const options = list.getByRole('option')
  return {
    box,
    list,
    options,
    option: (text: string | RegExp) => options.filter({ hasText: text }),
    /** Names of the options in their order, as far as they are drawn. */
    names: async () =>
      (await options.locator('bdi[translate=no]').allInnerTexts()).map((text) => text.trim()),
    /** The option that the keyboard is at, as the box tells a screen reader. */
    active: () =>
      box.evaluate((input) => {
        const id = input.getAttribute('aria-activedescendant')
        const option = id === null ? null : document.getElementById(id)
        if (option === null) return undefined
        return {
          // Not what it is listed under.
          name: option.querySelector<HTMLElement>('bdi[translate=no]')?.innerText.trim(),
          role: option.role,
          selected: option.ariaSelected,
          position: Number(option.ariaPosInSet),
          of: Number(option.ariaSetSize),
          inSight: (({ top, bottom }) => {
            const frame = option.closest('[role=listbox]')?.getBoundingClientRect()
            return frame !== undefined && bottom > frame.top && top < frame.bottom
          })(option.getBoundingClientRect()),
        }
      }),
    /** Opens the list by a click, where it is closed, and waits until it is there. */
    open: async () => {
      // What was just typed may open it in the meantime, and a click closes what is open.
      await expect(async () => {
        if ((await box.getAttribute('aria-expanded')) === 'false') await box.click()
        await expect(box).toHaveAttribute('aria-expanded', 'true', { timeout: 1000 })
      }).toPass()
      await expect(options.first()).toBeVisible()
    },
    /** Types words in the place of what is there. */
    search: async (words: string) => {
      await box.fill('')
      await box.fill(words)
    },
  }
}
