import { expect, type Page } from 'playwright/test'
import { eachRow } from './rows'
import { aliasForm, countPosts, createAlias, exampleId, projectPath } from '../pages/alias-form'
import { expectNoAxeViolations } from '../pages/axe'
import { callApi } from '../http/call-api'
import { test } from '../servers/console'
import type { ConsoleServer } from '../servers/console-server'
import { sideways } from '../pages/sideways'

const storefrontId = '0211a0bc-3ea1-42d4-a114-84875613268f'
const aliasId = 'c1b7ed81-727a-4f98-ae9a-10ae4bc2fcf5'
const registryId = '7f9208d0-7694-432a-baed-6ced89dbade1'
const sslId = '584edd3a-69c5-42a1-8d83-1fe6d5edd50a'
const productionId = '6513270e-269e-4d37-b2a7-4de452e6b438'
const tlsId = 'b2f1d49a-8ec6-4551-ad12-6b02d9750029'
const pathOf = (id: string) => `${projectPath}/secret/${id}`
const dialog = (page: Page) => page.getByRole('dialog')

/** Somebody else, who uses the API directly. */
const elsewhere = (server: ConsoleServer, method: string, id: string, body?: unknown) =>
  callApi(Number(new URL(server.url).port), {
    method,
    path: `/project/${exampleId}/secret/${id}`,
    body,
  })

interface Listed {
  id: string
  key: string
  aliased_secret?: { key: string }
}
const isListed = (value: unknown): value is { results: Listed[] } =>
  typeof value === 'object' && value !== null && 'results' in value
const listed = async (server: ConsoleServer): Promise<Listed[]> => {
  const { body } = await callApi(Number(new URL(server.url).port), {
    path: `/project/${exampleId}/secret`,
  })
  return isListed(body) ? body.results : []
}
/** Asks on an alias's page for another target, and presses Re-point. */
const repoint = async (page: Page, id: string, target: string) => {
  await page.goto(pathOf(id))
  await page.getByRole('button', { name: 'Re-point' }).click()
  await dialog(page).getByLabel('New target').fill(target)
  await dialog(page).getByRole('button', { name: 'Re-point' }).click()
}

/** The page of what was just deleted leads back to the list, and offers Undo and nothing that cannot work. */
const expectGone = async (page: Page, place: string) => {
  const main = page.getByRole('main')
  await expect(main.getByRole('heading', { level: 1 })).toHaveText('Gone')
  await expect(main.getByRole('link', { name: `All secrets of the ${place}` })).toBeVisible()
  await expect(main.getByRole('button')).toHaveText(['Undo', 'Dismiss'])
}

const byKey = async (server: ConsoleServer, key: string) =>
  (await listed(server)).filter((each) => each.key === key)

test('undo deletes what was just created, leaves alone what somebody renamed, and a reload keeps the alias', async ({
  page,
  consoleServer,
}) => {
  await test.step('undo deletes what was just created, and says so', async () => {
    const form = await createAlias(page, 'TAKEN_BACK')
    await form.result.getByRole('button', { name: 'Undo' }).click()
    await expect(page.getByRole('heading', { name: 'TAKEN_BACK was deleted' })).toBeFocused()
    expect(await byKey(consoleServer, 'TAKEN_BACK')).toEqual([])
    await expect(form.preview).toBeVisible()
    // Most often it is taken back to be corrected.
    await expect(form.key).toHaveValue('TAKEN_BACK')
    await expect(form.key).toHaveAccessibleDescription('Free in this project')
    await form.create.click()
    await expect(form.created).toContainText('TAKEN_BACK')
    await form.result.getByRole('link', { name: 'Open' }).click()
    await expect(page.getByRole('heading', { name: 'TAKEN_BACK' })).toBeVisible()
    await page.getByRole('link', { name: 'Secrets', exact: true }).click()
    await expect(page.getByRole('treegrid')).toContainText('TAKEN_BACK')
  })
  await test.step('undo leaves alone what somebody renamed meanwhile', async () => {
    const form = await createAlias(page, 'RENAMED_SINCE')
    await expect(form.result).toBeVisible()
    const [made] = await byKey(consoleServer, 'RENAMED_SINCE')
    await elsewhere(consoleServer, 'PUT', made?.id ?? '', { key: 'IN_USE' })
    await form.result.getByRole('button', { name: 'Undo' }).click()
    await expect(page.getByRole('alert')).toContainText('Nothing was deleted')
    expect(await byKey(consoleServer, 'IN_USE')).toHaveLength(1)
  })
  await test.step('the result on the form is what undo knows: a reload keeps the alias', async () => {
    await createAlias(page, 'STAYS')
    await expect(aliasForm(page).result).toBeVisible()
    await page.reload()
    expect(await byKey(consoleServer, 'STAYS')).toHaveLength(1)
  })
  await test.step('a long key is said whole on a narrow page, made and taken back', async () => {
    await page.setViewportSize({ width: 375, height: 800 })
    const key = 'LONG_'.repeat(40)
    const form = await createAlias(page, key)
    await expect(form.result.getByRole('heading', { level: 2 })).toBeFocused()
    expect(await sideways(page)).toBe(0)
    await form.result.getByRole('button', { name: 'Undo' }).click()
    await expect(page.getByRole('heading', { name: `${key} was deleted` })).toBeFocused()
    expect(await sideways(page)).toBe(0)
  })
})

test('an edit sends key and description and never a value', async ({ page, consoleServer }) => {
  await page.goto(pathOf(exampleId))
  await page.getByRole('button', { name: 'Edit' }).click()
  const put = page.waitForRequest((request) => request.method() === 'PUT')
  await dialog(page).getByLabel('Key').fill('DB_ROOT_PASSWORD')
  await dialog(page).getByLabel('Description').fill('renamed')
  await dialog(page).getByRole('button', { name: 'Save' }).click()
  expect((await put).postDataJSON()).toEqual({
    key: 'DB_ROOT_PASSWORD',
    description: 'renamed',
    enable_interpolation_in_file: null,
  })
  await expect(page.getByRole('heading', { name: 'DB_ROOT_PASSWORD was saved' })).toBeFocused()
  expect(await byKey(consoleServer, 'DB_ROOT_PASSWORD')).toHaveLength(1)
})

test('an edit keeps what was typed through Escape and a reload, and sends nothing that changes nothing', async ({
  page,
}) => {
  await test.step('a save that changes nothing sends nothing, and says nothing', async () => {
    const sent: string[] = []
    page.on('request', (request) => {
      if (request.method() === 'PUT') sent.push(request.url())
    })
    await page.goto(pathOf(tlsId))
    await page.getByRole('button', { name: 'Edit' }).click()
    await dialog(page).getByRole('button', { name: 'Save' }).click()
    await expect(dialog(page)).toHaveCount(0)
    await expect(page.getByText('was saved')).toHaveCount(0)
    expect(sent).toEqual([])
  })
  await test.step('escape and a reload keep what was typed into an edit, Cancel and Save do not', async () => {
    const open = () => page.getByRole('button', { name: 'Edit' }).click()
    const description = dialog(page).getByRole('textbox', { name: 'Description' })
    const hereAgain = dialog(page).getByText('What you typed before is here again.')
    await open()
    const saved = await description.inputValue()
    await description.fill('Renewed in spring')
    await page.keyboard.press('Escape')
    await page.getByRole('link', { name: 'Secrets', exact: true }).click()
    await page.goBack()
    await open()
    await expect(description).toHaveValue('Renewed in spring')
    await expectNoAxeViolations(page)
    await dialog(page).getByRole('button', { name: 'Show what is saved' }).click()
    await expect(description).toHaveValue(saved)
    await expect(hereAgain).toHaveCount(0)
    await description.fill('Renewed in autumn')
    await dialog(page).getByRole('button', { name: 'Cancel' }).click()
    await open()
    await expect(description).toHaveValue(saved)
    await description.fill('Renewed in winter')
    await page.reload()
    await open()
    await expect(description).toHaveValue('Renewed in winter')
    await dialog(page).getByRole('button', { name: 'Save', exact: true }).click()
    await expect(dialog(page)).toHaveCount(0)
    await open()
    await expect(description).toHaveValue('Renewed in winter')
    await expect(hereAgain).toHaveCount(0)
    // It begins with what was saved, also before the list was read again.
    await description.fill('Renewed in summer')
    const put = page.waitForRequest((request) => request.method() === 'PUT')
    let isSent = false
    void put.then(() => (isSent = true))
    await page.route('**/secret', (route) => (isSent ? undefined : route.fallback()))
    await dialog(page).getByRole('button', { name: 'Save', exact: true }).click()
    await expect(dialog(page)).toHaveCount(0)
    await open()
    await expect(description).toHaveValue('Renewed in summer')
    await expect(hereAgain).toHaveCount(0)
  })
})

test('a key that is taken is said at the key, before sending and by the server', async ({
  page,
  pageGuard,
  consoleServer,
}) => {
  pageGuard.expectConsoleMessages(/409/)
  await page.goto(pathOf(tlsId))
  await page.getByRole('button', { name: 'Edit' }).click()
  const key = dialog(page).getByLabel('Key')
  await key.fill('SENTRY_DSN')
  await dialog(page).getByRole('button', { name: 'Save' }).click()
  await expect(key).toBeFocused()
  await expect(key).toHaveAttribute('aria-invalid', 'true')
  await elsewhere(consoleServer, 'PUT', aliasId, { key: 'JUST_TAKEN' })
  await key.fill('JUST_TAKEN')
  await dialog(page).getByRole('button', { name: 'Save' }).click()
  await expect(key).toHaveAccessibleDescription(/JUST_TAKEN exists already.*Nothing was changed/)
})

test('a deletion and an edit of what somebody else changed meanwhile are stopped and said', async ({
  page,
  consoleServer,
}) => {
  await test.step('a deletion stops when more would go than was listed', async () => {
    await page.goto(pathOf(tlsId))
    await page.getByRole('button', { name: 'Delete' }).click()
    await dialog(page).getByLabel('Type its key').fill('TLS_BUNDLE')
    await callApi(Number(new URL(consoleServer.url).port), {
      method: 'POST',
      path: `/project/${exampleId}/secret/${tlsId}/alias`,
      body: { key: 'JUST_MADE' },
    })
    await dialog(page).getByRole('button', { name: 'Delete' }).click()
    await expect(dialog(page).getByRole('alert')).toContainText('More would go with it')
    await expect(dialog(page).getByRole('list', { name: 'Goes with it' })).toContainText(
      'JUST_MADE',
    )
    expect(await byKey(consoleServer, 'TLS_BUNDLE')).toHaveLength(1)
  })
  await test.step('an edit of what somebody else changed or deleted is stopped and said', async () => {
    await page.goto(pathOf(tlsId))
    await page.getByRole('button', { name: 'Edit' }).click()
    await elsewhere(consoleServer, 'PUT', tlsId, { key: 'TLS_CHAIN' })
    await dialog(page).getByLabel('Key').fill('TLS_MINE')
    await dialog(page).getByRole('button', { name: 'Save' }).click()
    await expect(dialog(page).getByRole('alert')).toContainText('it is TLS_CHAIN now')
    await elsewhere(consoleServer, 'DELETE', tlsId)
    await dialog(page).getByRole('button', { name: 'Save' }).click()
    await expect(page.getByRole('heading', { name: 'TLS_BUNDLE is gone' })).toBeFocused()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Gone')
  })
})

test('a deletion lists what goes along, wants the key typed, and offers the way back', async ({
  page,
  consoleServer,
}) => {
  await page.goto(projectPath)
  await page.getByRole('button', { name: 'Actions for DB_MASTER_PASSWORD' }).click()
  await page.getByRole('menuitem', { name: 'Delete' }).click()
  await expect(dialog(page).getByRole('list', { name: 'Goes with it' })).toHaveText(/^PGPASSWORD/)
  const typed = dialog(page).getByLabel('Type its key')
  await expect(typed).toBeFocused()
  await dialog(page).getByText('Recreate it later').click()
  await expect(dialog(page)).toContainText('Values are never given out')
  await expect(dialog(page).getByRole('region', { name: 'Commands' })).toContainText(
    'Authorization: Token $QOVERY_API_TOKEN',
  )
  await dialog(page).getByRole('button', { name: 'Delete' }).click()
  await expect(typed).toBeFocused()
  await expect(typed).toHaveAttribute('aria-invalid', 'true')
  await typed.fill('DB_MASTER_PASSWORD')
  await typed.press('Enter')
  await expect(page.getByRole('heading', { name: 'DB_MASTER_PASSWORD was deleted' })).toBeVisible()
  await expect(page.getByRole('treegrid')).toBeFocused()
  await expect(page.getByText('10 secrets · 3 aliases')).toBeVisible()
  expect(await byKey(consoleServer, 'PGPASSWORD')).toEqual([])
})

test('a deletion of what nothing depends on wants no typing, and no second press of the key that asked for it', async ({
  page,
  consoleServer,
}) => {
  await test.step('the key that asked for a deletion, pressed once more, deletes nothing', async () => {
    await page.goto(pathOf(aliasId))
    await page.getByRole('button', { name: 'Delete' }).press('Enter')
    await expect(dialog(page)).toContainText('Nothing else goes with it')
    await page.keyboard.press('Enter')
    await expect(dialog(page)).toHaveCount(0)
    expect(await byKey(consoleServer, 'PGPASSWORD')).toHaveLength(1)
  })
  await test.step('a deletion of what nothing depends on wants no typing', async () => {
    await page.getByRole('button', { name: 'Delete' }).click()
    await expect(dialog(page)).toContainText('Nothing else goes with it')
    await expect(dialog(page).getByRole('textbox')).toHaveCount(0)
    await dialog(page).getByRole('button', { name: 'Delete' }).click()
    await expect(page.getByRole('heading', { name: 'PGPASSWORD was deleted' })).toBeFocused()
    expect(await byKey(consoleServer, 'PGPASSWORD')).toEqual([])
    await expectGone(page, 'project')
  })
  await test.step('what an environment inherits is gone there before its list is read again', async () => {
    await page.goto(`${projectPath}/environment/${productionId}/secret/${sslId}`)
    await page.getByRole('button', { name: 'Delete' }).click()
    await expect(dialog(page)).toContainText('It belongs to the project')
    await page.route(/\/environment\/[^/]+\/secret$/, () => {})
    await dialog(page).getByRole('button', { name: 'Delete' }).click()
    await expect(page.getByRole('heading', { name: 'SSL_CERT_FILE was deleted' })).toBeVisible()
    await expectGone(page, 'environment')
    await page.unroute(/\/environment\/[^/]+\/secret$/)
  })
})

test('escape leaves a dialog, changes nothing and gives focus back', async ({ page }) => {
  await page.goto(pathOf(aliasId))
  await eachRow(
    ['Edit', 'Delete', 'Re-point'],
    (name) => `escape leaves ${name}`,
    async (name) => {
      const opener = page.getByRole('button', { name })
      await opener.press('Enter')
      await expect(dialog(page)).toBeVisible()
      await page.keyboard.type('t')
      await page.keyboard.press('Escape')
      await expect(dialog(page)).toHaveCount(0)
      await expect(opener).toBeFocused()
    },
  )
})

test('an alias is re-pointed, with its name and description', async ({ page, consoleServer }) => {
  await page.goto(pathOf(aliasId))
  await page.getByRole('button', { name: 'Re-point' }).click()
  const target = dialog(page).getByLabel('New target')
  await target.fill('NOBODY')
  await target.press('Enter')
  await expect(target).toHaveAccessibleDescription(/No secret here/)
  await expect(target).toHaveValue('NOBODY')
  await target.fill('TLS_BUNDLE')
  // Chosen first, and sent by a second Enter: what is about to happen is read before it does.
  await target.press('Enter')
  await expect(target).toHaveAccessibleDescription(/File · Project/)
  await target.press('Enter')
  await expect(
    page.getByRole('heading', { name: 'PGPASSWORD points at TLS_BUNDLE now' }),
  ).toBeVisible()
  // It has another ID now, and so another address, which takes the place of the old one.
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('PGPASSWORD')
  await expect(page).not.toHaveURL(pathOf(aliasId))
  await expect(page.getByText('No such secret')).toHaveCount(0)
  const now = await byKey(consoleServer, 'PGPASSWORD')
  expect(now).toHaveLength(1)
  expect(now[0]).toMatchObject({
    description: 'For psql in the maintenance shell',
    aliased_secret: { key: 'TLS_BUNDLE' },
  })
})

test('a new target is chosen from a list that says what cannot be one', async ({
  page,
  consoleServer,
}) => {
  await page.goto(pathOf(aliasId))
  await page.getByRole('button', { name: 'Re-point' }).click()
  const target = dialog(page).getByRole('combobox', { name: 'New target' })
  const option = (text: string) => dialog(page).getByRole('option').filter({ hasText: text })
  await expect(target).toBeFocused()
  await expect(dialog(page).getByText('15 secrets', { exact: true })).toBeVisible()
  await expectNoAxeViolations(page)
  for (const [key, reason] of [
    ['DB_MASTER_PASSWORD', 'The alias points at this one already.'],
    ['PGPASSWORD', 'This is the alias itself.'],
    ['ORDERS_DB_PASSWORD', 'It is an alias itself'],
  ] as const) {
    await target.fill(key)
    await expect(option(reason)).toHaveAttribute('aria-disabled', 'true')
    await option(reason).click({ force: true })
    await expect(target).toHaveValue(key)
    await dialog(page).getByRole('button', { name: 'Re-point' }).click()
    await expect(target).toHaveAccessibleDescription(new RegExp(reason))
    await expect(target).toBeFocused()
  }
  await target.fill(`https://console.example/secret/${tlsId}`)
  await expect(dialog(page).getByRole('option')).toHaveText([/^TLS_BUNDLE/])
  await target.fill('registry')
  await option(registryId.slice(0, 8)).click()
  await expect(target).toHaveValue(`REGISTRY_PASSWORD · ${registryId.slice(0, 8)}`)
  // The pointer still rests on the list, where another secret is now: Enter means the one in the box.
  await page.mouse.move(640, 480)
  await page.mouse.move(640, 490)
  await target.press('Enter')
  await expect(
    page.getByRole('heading', { name: 'PGPASSWORD points at REGISTRY_PASSWORD now' }),
  ).toBeVisible()
  expect(await byKey(consoleServer, 'PGPASSWORD')).toMatchObject([
    { aliased_secret: { id: registryId } },
  ])
})

test('a re-pointing that a reload cut off goes on where it stood, and makes one alias', async ({
  page,
  consoleServer,
}) => {
  // Made again under this key, it is there at once, while the answer takes longer than anybody waits.
  await elsewhere(consoleServer, 'PUT', aliasId, { key: 'SANDBOX_SLOW' })
  await repoint(page, aliasId, 'TLS_BUNDLE')
  await expect(dialog(page)).toContainText('which points at DB_MASTER_PASSWORD: done')
  await expect(dialog(page)).toContainText('pointing at TLS_BUNDLE: under way')
  await page.reload()
  const cutOff = page.getByRole('heading', { name: 'Re-pointing SANDBOX_SLOW was cut off' })
  await expect(cutOff).toBeVisible()
  await page.goto(projectPath)
  await expect(page.getByText('The old alias is deleted.')).toBeVisible()
  const posts = countPosts(page)
  await page.getByRole('button', { name: 'Go on' }).click()
  await expect(async () => expect(posts).toHaveLength(1)).toPass()
  await expect(cutOff).toHaveCount(0)
  await expect(page.getByRole('treegrid')).toContainText('SANDBOX_SLOW')
  expect(await byKey(consoleServer, 'SANDBOX_SLOW')).toMatchObject([
    { aliased_secret: { key: 'TLS_BUNDLE' } },
  ])
})

/** Re-points an alias in a tab that is gone between the two steps: the POST is never sent. */
const cutOffRepoint = async (page: Page, id: string) => {
  await page.route(/\/alias$/, () => undefined)
  await repoint(page, id, 'SENTRY_DSN')
  await expect(dialog(page)).toContainText('pointing at SENTRY_DSN: under way')
  await page.goto(projectPath)
  await page.unroute(/\/alias$/)
}
const noticeOf = (page: Page, key: string) =>
  page.getByRole('list', { name: 'Operations' }).locator('> li').filter({ hasText: key })

test('re-pointings that were cut off are all there after a reload, and each goes on', async ({
  page,
  consoleServer,
}) => {
  await cutOffRepoint(page, aliasId)
  await cutOffRepoint(page, sslId)
  const [pg, ssl] = [noticeOf(page, 'PGPASSWORD'), noticeOf(page, 'SSL_CERT_FILE')]
  await expect(pg).toContainText('Re-pointing PGPASSWORD was cut off')
  await expect(ssl).toContainText('Re-pointing SSL_CERT_FILE was cut off')
  // The notices may come before the page.
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expectNoAxeViolations(page)
  await ssl.getByRole('button', { name: 'Go on' }).click()
  await expect(ssl).toContainText('SSL_CERT_FILE points at SENTRY_DSN now')
  await expect(ssl.getByRole('heading')).toBeFocused()
  await expect(pg).toContainText('was cut off')
  await pg.getByRole('button', { name: 'Go on' }).click()
  await expect(pg).toContainText('PGPASSWORD points at SENTRY_DSN now')
  await expect(ssl).toContainText('SSL_CERT_FILE points at SENTRY_DSN now')
  for (const key of ['PGPASSWORD', 'SSL_CERT_FILE']) {
    expect(await byKey(consoleServer, key)).toMatchObject([
      { aliased_secret: { key: 'SENTRY_DSN' } },
    ])
  }
  // Long enough for both to count as seen.
  await page.waitForTimeout(2500)
  await page.reload()
  await expect(page.getByRole('treegrid')).toBeVisible()
  await expect(pg.or(ssl)).toHaveCount(0)
})

test('a re-pointing that was cut off is told in another project, with the way to it', async ({
  page,
}) => {
  await cutOffRepoint(page, aliasId)
  await page.goto(`/project/${storefrontId}`)
  const notice = noticeOf(page, 'PGPASSWORD')
  await expect(notice).toContainText('In another project')
  await expect(notice.getByRole('button', { name: 'Go on' })).toHaveCount(0)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expectNoAxeViolations(page)
  await notice.getByRole('link', { name: 'Open that project' }).click()
  await expect(page).toHaveURL(projectPath)
  await expect(notice.getByRole('button', { name: 'Go on' })).toBeVisible()
  await notice.getByRole('button', { name: 'Forget it' }).click()
  await expect(notice).toHaveCount(0)
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
})

test('a re-pointing that another tab is at is not forgotten', async ({ page, context }) => {
  await page.route(/\/alias$/, () => undefined)
  await repoint(page, aliasId, 'SENTRY_DSN')
  await expect(dialog(page)).toContainText('pointing at SENTRY_DSN: under way')
  const other = await context.newPage()
  await other.goto(projectPath)
  const notice = noticeOf(other, 'PGPASSWORD')
  const forget = notice.getByRole('button', { name: 'Forget it' })
  await forget.click()
  await expect(notice.getByRole('alert')).toContainText('Nothing was forgotten')
  await page.close()
  // A browser gives the lock of a page back a moment after it was closed.
  await expect(notice.getByRole('button', { name: 'Go on' })).toBeVisible()
  await forget.click()
  await expect(notice).toHaveCount(0)
})

test('an alias whose re-pointing was cut off can be pointed elsewhere, in its place', async ({
  page,
  consoleServer,
}) => {
  await page.route(new RegExp(`/secret/${aliasId}$`), (route) =>
    route.request().method() === 'DELETE' ? undefined : route.continue(),
  )
  const sent = page.waitForRequest((request) => request.method() === 'DELETE')
  await repoint(page, aliasId, 'SENTRY_DSN')
  await sent
  await expect(dialog(page)).toContainText('which points at DB_MASTER_PASSWORD: under way')
  await page.reload()
  await page.unroute(new RegExp(`/secret/${aliasId}$`))
  const cutOff = page.getByRole('heading', { name: 'Re-pointing PGPASSWORD was cut off' })
  await expect(cutOff).toBeVisible()
  await page.getByRole('button', { name: 'Re-point' }).click()
  await expect(dialog(page)).toContainText('to SENTRY_DSN has not come to an end')
  await dialog(page).getByLabel('New target').fill('TLS_BUNDLE')
  await dialog(page).getByRole('button', { name: 'Re-point' }).click()
  await expect(page.getByText('It pointed at DB_MASTER_PASSWORD before')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Forget it' })).toHaveCount(0)
  expect(await byKey(consoleServer, 'PGPASSWORD')).toMatchObject([
    { aliased_secret: { key: 'TLS_BUNDLE' } },
  ])
})

test('a re-pointing that cannot be brought back says that the alias is gone', async ({
  page,
  pageGuard,
  consoleServer,
}) => {
  pageGuard.expectConsoleMessages(/403/)
  await elsewhere(consoleServer, 'PUT', aliasId, { key: 'SANDBOX_403' })
  await repoint(page, aliasId, 'TLS_BUNDLE')
  // The sandbox refuses this key for good, so that even bringing it back fails: said, remembered, and to be retried.
  await expect(page.getByText('could be made neither with the new target nor')).toBeVisible()
  await expect(dialog(page)).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Try again' })).toBeVisible()
  await page.getByRole('button', { name: 'Forget it' }).click()
  await expect(page.getByRole('button', { name: 'Try again' })).toHaveCount(0)
  expect(await byKey(consoleServer, 'SANDBOX_403')).toEqual([])
})
