import type { Page } from 'playwright/test'

/** Leaves the console's page and takes from its origin all that it kept in this browser, as a new profile would. */
export const forgetAll = async (page: Page, origin: string): Promise<void> => {
  // Of the same origin, without a script that would write again, and with an icon: some browsers ask for one that nobody named.
  const empty = `${origin}/empty`
  await page.route(empty, (route) =>
    route.fulfill({ contentType: 'text/html', body: '<link rel="icon" href="data:,">' }),
  )
  await page.goto(empty)
  await page.evaluate(async () => {
    localStorage.clear()
    sessionStorage.clear()
    const databases = await indexedDB.databases()
    await Promise.all(
      databases.map(
        ({ name = '' }) =>
          new Promise<void>((resolve, reject) => {
            const request = indexedDB.deleteDatabase(name)
            request.addEventListener('success', () => resolve())
            request.addEventListener('error', () => reject(new Error(`${name} was not deleted`)))
          }),
      ),
    )
  })
  await page.unroute(empty)
}
