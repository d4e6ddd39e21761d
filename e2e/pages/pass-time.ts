import { expect, type Page } from 'playwright/test'

/**
 * Lets a page's time jump, again and again, until something holds: a wait that follows another begins only after a jump.
 * @param step milliseconds of each jump
 * @param holds fails soon while it does not hold
 */
export const passTimeUntil = (page: Page, step: number, holds: () => Promise<unknown>) =>
  expect(async () => {
    await page.clock.fastForward(step)
    await holds()
  }).toPass({ intervals: [0] })
