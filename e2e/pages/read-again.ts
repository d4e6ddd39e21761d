import { expect, type Page } from 'playwright/test'

/** Presses the button that reads a list of secrets again, and waits until what came is on the page. */
export const readAgain = async (page: Page) => {
  const button = page.getByRole('button', { name: 'Refresh', exact: true })
  const answered = page.waitForResponse((response) => response.url().endsWith('/secret'))
  await button.click()
  await answered
  await expect(button).not.toHaveAttribute('aria-disabled', 'true')
}
