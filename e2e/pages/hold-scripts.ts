import type { Page } from 'playwright/test'

/** Holds back every script of a page, as a slow network does; what it gives lets them come. */
export const holdScripts = async (page: Page) => {
  let letCome: () => void = () => undefined
  const opened = new Promise<void>((resolve) => {
    letCome = resolve
  })
  await page.route(/\/assets\/.*\.js$/, async (route) => {
    await opened
    await route.continue()
  })
  return letCome
}
