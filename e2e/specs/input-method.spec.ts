import { expect, type CDPSession, type Locator, type Page } from 'playwright/test'
import { eachRow } from './rows'
import { aliasForm, exampleId, projectPath } from '../pages/alias-form'
import { bulkPage, planBulk } from '../pages/bulk-page'
import { forgetAll } from '../pages/forget-all'
import { test } from '../servers/console'
import { test as liveTest } from '../servers/live-console'

const aliasId = 'c1b7ed81-727a-4f98-ae9a-10ae4bc2fcf5'
const dialogOf = async (page: Page, id: string, button: string, label: string) => {
  await page.goto(`${projectPath}/secret/${id}`)
  await page.getByRole('button', { name: button, exact: true }).click()
  return page.getByRole('dialog').getByLabel(label, { exact: true })
}
const at = async (page: Page, address: string, name: string) => {
  await page.goto(address)
  return page.getByRole('textbox', { name, exact: true })
}
/** The form, with what its address brings. */
const openForm = async (page: Page) => {
  await page.goto(`/?project=${exampleId}&secret=${exampleId}&key=K`)
  const form = aliasForm(page)
  await expect(form.key).toHaveValue('K')
  await expect(form.secret).toHaveValue('DB_MASTER_PASSWORD')
  return form
}

const boxes: [what: string, open: (page: Page) => Promise<Locator>][] = [
  ['Key', async (page) => (await openForm(page)).key],
  ['Description', async (page) => (await openForm(page)).description],
  ['Secret', async (page) => (await openForm(page)).secret],
  ['a project’s id', (page) => at(page, '/project', 'Project')],
  ['the search', (page) => at(page, projectPath, 'Search')],
  ['the key of an edit', (page) => dialogOf(page, exampleId, 'Edit', 'Key')],
  ['the description of an edit', (page) => dialogOf(page, exampleId, 'Edit', 'Description')],
  ['a new target', (page) => dialogOf(page, aliasId, 'Re-point', 'New target')],
  [
    'a key that confirms a deletion',
    (page) => dialogOf(page, exampleId, 'Delete', 'Type its key to delete all of this'),
  ],
  ['Bulk’s text', (page) => at(page, `${projectPath}/bulk`, 'Aliases')],
  [
    'a row of a plan',
    async (page) => {
      const bulk = await planBulk(page, `${projectPath}/bulk`, 'A=SENTRY_DSN')
      await bulk.button('Edit row 1').click()
      return page.getByLabel('Alias of row 1')
    },
  ],
]

/** Presses a key as Safari tells of the one that ends a composition: after its end, by a code alone. */
const pressAfterwards = (session: CDPSession, key: string) =>
  session.send('Input.dispatchKeyEvent', { type: 'keyDown', key, windowsVirtualKeyCode: 229 })

/** Converts with every key that means something to the page as well, and holds that nothing came of it. */
const expectOnlyConverted = async (page: Page, box: Locator) => {
  await box.fill('')
  await box.focus()
  const session = await page.context().newCDPSession(page)
  await page.waitForLoadState('networkidle')
  const sent: string[] = []
  page.on('request', (request) => {
    // A token is checked by asking whose it is.
    const isSent = request.method() !== 'GET' || request.url().endsWith('/organization')
    if (isSent) sent.push(request.url())
  })
  const { pathname } = new URL(page.url())
  const dialogs = await page.getByRole('dialog').count()
  const text = 'にほん'
  for (const key of ['ArrowDown', 'Enter', 'ControlOrMeta+Enter', 'Escape']) {
    await session.send('Input.imeSetComposition', { text, selectionStart: 3, selectionEnd: 3 })
    await page.keyboard.press(key)
    await expect(box).toHaveValue(text)
    await expect(box).toBeFocused()
  }
  await session.send('Input.insertText', { text })
  for (const key of ['Enter', 'Escape']) {
    await pressAfterwards(session, key)
    await expect(box).toHaveValue(text)
    await expect(box).toBeFocused()
  }
  expect(new URL(page.url()).pathname).toBe(pathname)
  expect(await page.getByRole('dialog').count()).toBe(dialogs)
  expect(await page.getByRole('alert').count()).toBe(0)
  await expect(page.locator('[aria-invalid=true]')).toHaveCount(0)
  expect(sent).toEqual([])
}

test('keys of an input method neither send, save nor close anything in any field', async ({
  page,
  consoleServer,
}) => {
  await eachRow(
    boxes,
    ([what]) => `in ${what}`,
    async ([, open]) => {
      await forgetAll(page, consoleServer.url)
      await expectOnlyConverted(page, await open(page))
    },
  )
})

liveTest('nor in the token’s field', async ({ page, testbeds }) => {
  await page.goto(testbeds.live.server.url)
  await expectOnlyConverted(page, page.getByLabel('API token'))
})

test('a key after the composition means what it says', async ({ page }) => {
  await page.goto(`${projectPath}/bulk`)
  const bulk = bulkPage(page)
  await bulk.aliases.fill('A=SENTRY_DSN')
  await bulk.aliases.press('ControlOrMeta+Enter')
  await bulk.button('Edit row 1').click()
  const session = await page.context().newCDPSession(page)
  await page.getByLabel('Alias of row 1').fill('')
  await session.send('Input.imeSetComposition', { text: 'B', selectionStart: 1, selectionEnd: 1 })
  await session.send('Input.insertText', { text: 'B' })
  await page.keyboard.press('Enter')
  await expect(bulk.button('Edit row 1')).toBeFocused()
  await expect(bulk.plan.getByRole('cell', { name: 'B', exact: true })).toBeVisible()
})
