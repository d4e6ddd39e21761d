import { expect, type Page } from 'playwright/test'
import { exampleId } from '../pages/alias-form'
import { bulkPage } from '../pages/bulk-page'
import { test } from '../servers/console'

/** Everything that this browser keeps for the console. */
const stored = (page: Page) =>
  page.evaluate(async () => {
    const texts = [localStorage, sessionStorage].map((storage) =>
      JSON.stringify(Object.entries(storage)),
    )
    for (const { name = '' } of await indexedDB.databases()) {
      const database = await new Promise<IDBDatabase>((resolve) => {
        const request = indexedDB.open(name)
        request.addEventListener('success', () => resolve(request.result))
      })
      for (const store of database.objectStoreNames) {
        const all = database.transaction(store).objectStore(store).getAll()
        await new Promise((resolve) => all.addEventListener('success', resolve))
        texts.push(JSON.stringify(all.result))
      }
      database.close()
    }
    return texts.join('\n')
  })

test('of values of secrets instead of names nothing is planned or stored, and that is said', async ({
  page,
}) => {
  const bulk = bulkPage(page)
  await page.goto(`/project/${exampleId}/bulk`)
  await bulk.aliases.fill('SAFE=DB_MASTER_PASSWORD')
  await expect(async () => expect(await stored(page)).toContain('SAFE=DB_MASTER')).toPass()
  await bulk.aliases.fill('A=hunter2-not-a-name\nB=postgres://u:p4ss@h/db')
  await expect(page.getByText('a reload forgets this text')).toBeVisible()
  await bulk.makePlan.click()
  await expect(page.getByText(/left out, neither shown nor stored/)).toBeVisible()
  await expect(bulk.aliases).toHaveValue('A=hunter2-not-a-name\nB=postgres://u:p4ss@h/db')
  const storage = await stored(page)
  for (const value of ['hunter2', 'p4ss', 'SAFE=DB_MASTER']) expect(storage).not.toContain(value)
  await page.reload()
  await expect(bulk.aliases).toHaveValue('')
})
