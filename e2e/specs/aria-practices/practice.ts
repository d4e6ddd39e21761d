import type { Page } from 'playwright/test'

/**
 * What the ARIA authoring practices ask of a pattern, in our words, with what shows it on a page that any other one may
 * have left, or with the reason why it does not apply.
 */
export type Practice = readonly [behaviour: string, shown: ((page: Page) => Promise<void>) | string]

/** Presses one key after another. */
export const press = async (page: Page, ...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key)
}
