import { expect, type Page } from 'playwright/test'
import { press, type Practice } from './practice'

const opener = (page: Page) =>
  page.getByRole('button', { name: 'Actions for PGPASSWORD', exact: true })
const dialog = (page: Page) => page.getByRole('dialog')
const first = (page: Page) => dialog(page).getByRole('textbox', { name: 'Key' })

/** Opens a dialog, as it is when it opens. */
const begin = async (page: Page) => {
  if (await dialog(page).isVisible()) await press(page, 'Escape')
  await expect(dialog(page)).toHaveCount(0)
  await opener(page).press('Enter')
  await page.getByRole('menuitem', { name: 'Edit' }).press('Enter')
  await expect(first(page)).toBeFocused()
}

/** What a key leads to, until it is the first again. In between are the browser's own controls, which are no part of it. */
const stops = async (page: Page, key: string) => {
  const found: string[] = []
  while (found.at(-1) !== 'Key' && found.length < 20) {
    await press(page, key)
    const stop = await page.evaluate(() => {
      const at = document.activeElement ?? document.body
      if (at === document.body) return undefined
      if (at.closest('dialog') === null) return `behind the dialog: ${at.outerHTML}`
      return (document.querySelector(`label[for='${at.id}']`) ?? at).textContent.trim()
    })
    if (stop !== undefined) found.push(stop)
  }
  return found
}

/** Source: the modal dialog pattern, and the 7 behaviours of its example; then what only the pattern has. */
export const modalDialog: Practice[] = [
  [
    'it is a dialog',
    async (page) => {
      await begin(page)
      await expect(dialog(page)).toHaveCount(1)
    },
  ],
  [
    'its heading names it',
    async (page) => {
      const id = await dialog(page)
        .getByRole('heading', { name: 'Edit PGPASSWORD' })
        .getAttribute('id')
      await expect(dialog(page)).toHaveAttribute('aria-labelledby', id ?? 'none')
    },
  ],
  [
    'a text describes it',
    'What dialogs of the console say is in several paragraphs, lists and fields: read as one string, it would be lost.',
  ],
  [
    'it is modal: nothing behind it can be reached',
    async (page) => {
      // Opened as the platform's own modal dialog, it needs no attribute that says so.
      expect(await dialog(page).evaluate((element) => element.matches(':modal'))).toBe(true)
      await opener(page)
        .evaluate((element) => element.focus())
        .catch(() => undefined)
      await expect(first(page)).toBeFocused()
    },
  ],
  [
    'Tab leads to what can be pressed in it, one after another, and never behind it',
    async (page) => {
      await begin(page)
      expect(await stops(page, 'Tab')).toEqual(['Description', 'Save', 'Cancel', 'Key'])
    },
  ],
  [
    'Shift+Tab leads the same way back',
    async (page) => {
      await begin(page)
      expect(await stops(page, 'Shift+Tab')).toEqual(['Cancel', 'Save', 'Description', 'Key'])
    },
  ],
  [
    'Escape closes it',
    async (page) => {
      await begin(page)
      await press(page, 'Escape')
      await expect(dialog(page)).toHaveCount(0)
    },
  ],
  ['what has focus at first is in it: what is typed into first', begin],
  [
    'once it is closed, focus is back where it was',
    async (page) => {
      await begin(page)
      await press(page, 'Escape')
      await expect(opener(page)).toBeFocused()
    },
  ],
  [
    'where something would be lost, what has focus at first is what loses nothing, and a button closes it',
    async (page) => {
      await opener(page).press('Enter')
      await page.getByRole('menuitem', { name: 'Delete' }).press('Enter')
      const cancel = dialog(page).getByRole('button', { name: 'Cancel' })
      await expect(cancel).toBeFocused()
      await press(page, 'Enter')
      await expect(dialog(page)).toHaveCount(0)
      await expect(opener(page)).toBeFocused()
    },
  ],
]
