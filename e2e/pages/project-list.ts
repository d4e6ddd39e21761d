import type { Page } from 'playwright/test'

/** The list of a project's secrets, which has focus as a whole. */
export const tree = (page: Page) => page.getByRole('treegrid', { name: 'Secrets' })

/** A secret's row, by its key. */
export const row = (page: Page, key: string) =>
  tree(page).getByRole('row', { name: new RegExp(`^${key}(?:,|$)`) })

export const searchBox = (page: Page) => page.getByRole('textbox', { name: 'Search' })

/** Keys of the rows that are drawn, from the first one on. */
export const keys = (page: Page) => tree(page).getByRole('link').allInnerTexts()

/** What the keyboard is at in the list, as it tells a screen reader: a row or a cell, if it is on the page. */
export const active = (page: Page) =>
  tree(page).evaluate((grid) => {
    const at = document.getElementById(grid.getAttribute('aria-activedescendant') ?? '')
    const line = at?.closest('[role=row]')
    return {
      role: at?.getAttribute('role'),
      key: /^[^,]*/.exec(line?.getAttribute('aria-label') ?? '')?.[0],
      column: at?.getAttribute('aria-colindex'),
      text: at?.textContent,
    }
  })

/** The key of the row that the keyboard is at. */
export const activeKey = async (page: Page) => (await active(page)).key

/** Chooses from the menu of a row. */
export const chooseAction = async (page: Page, key: string, action: string) => {
  await page.getByRole('button', { name: `Actions for ${key}`, exact: true }).click()
  await page.getByRole('menuitem', { name: action }).click()
}
