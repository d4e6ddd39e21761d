import type { Locator } from 'playwright/test'
import type { MeasuredPage } from './measured-page'

/** Milliseconds from one key to the next: fast, as somebody types who knows the text. */
const rhythm = 100

/** Types into an empty field under slow-down, and gives the milliseconds from each key to the frame that shows it. */
export const typeKeys = async (measured: MeasuredPage, field: Locator, text: string) => {
  const { page } = measured
  await field.fill('')
  await page.waitForTimeout(100)
  return measured.slowly(async () => {
    await page.evaluate(() => {
      window.bench.keys = []
    })
    for (const letter of text) {
      const began = performance.now()
      await page.keyboard.press(letter)
      await page.waitForTimeout(Math.max(0, rhythm - (performance.now() - began)))
    }
    await page.waitForTimeout(150)
    return page.evaluate(() => window.bench.keys)
  })
}
