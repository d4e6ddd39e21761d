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
  await test.step('nor of what stands in files', async () => {
    const files = (last: string) =>
      ['SAFE=DB_MASTER_PASSWORD', last].map((text, index) => ({
        name: `${index}.env`,
        mimeType: 'text/plain',
        buffer: Buffer.from(text),
      }))
    const picker = page.getByLabel('Files with aliases')
    await picker.setInputFiles(files('ALSO=TLS_BUNDLE'))
    await expect(async () => expect(await stored(page)).toContain('ALSO=TLS_BUNDLE')).toPass()
    await picker.setInputFiles(files('A=hunter2-not-a-name'))
    await expect(page.getByText('so a reload forgets it')).toBeVisible()
    const left = await stored(page)
    for (const value of ['hunter2', 'SAFE=DB_MASTER']) expect(left).not.toContain(value)
    await page.reload()
    await expect(bulk.aliases).toHaveValue('')
  })
})

test('files, a format and a rule outlive a reload as a text does, and what is too long says that it does not', async ({
  page,
}) => {
  const bulk = bulkPage(page)
  await page.goto(`/project/${exampleId}/bulk`)
  const picker = page.getByLabel('Files with aliases')
  const fileOf = (name: string, text: string) => ({
    name,
    mimeType: 'text/plain',
    buffer: Buffer.from(text),
  })
  const files = page.getByRole('list', { name: 'Files' })
  await bulk.aliases.waitFor()
  await picker.setInputFiles([
    fileOf('a.env', 'KEPT_A=DB_MASTER_PASSWORD'),
    fileOf('b.env', 'KEPT_B=DB_MASTER_PASSWORD'),
  ])
  await page.getByLabel('Format').selectOption('lines')
  await expect(async () => expect(await stored(page)).toContain('KEPT_B=DB_MASTER')).toPass()
  await page.reload()
  await expect(files).toContainText('b.env')
  await expect(page.getByLabel('Format')).toHaveValue('lines')
  await bulk.makePlan.click()
  await expect(bulk.verdicts).toHaveText('2 create')
  await bulk.button('Change input').click()
  await test.step('removed, they do not come back', async () => {
    await bulk.button('Remove files').click()
    await page.reload()
    await expect(bulk.aliases).toHaveValue('')
  })
  await test.step('a rule and what was picked for it', async () => {
    await page.getByLabel('Name secrets by a rule').check()
    await page.getByLabel('Prefix').fill('SAME_')
    await page.getByRole('checkbox', { name: /^SENTRY_DSN/ }).check()
    await page.reload()
    await expect(page.getByLabel('Name secrets by a rule')).toBeChecked()
    await expect(page.getByLabel('Prefix')).toHaveValue('SAME_')
    await expect(page.getByRole('checkbox', { name: /^SENTRY_DSN/ })).toBeChecked()
    await page.getByLabel('Paste or drop a list').check()
  })
  await test.step('what is too long', async () => {
    const rows = Array.from({ length: 20_000 }, (_, index) => `LONG_${index}=DB_MASTER_PASSWORD`)
    await picker.setInputFiles(fileOf('long.env', rows.join('\n')))
    await expect(page.getByText('too long to be kept through a reload')).toBeVisible()
    expect(await stored(page)).not.toContain('LONG_1=')
  })
})
