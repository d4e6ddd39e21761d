import { expect, type Page } from 'playwright/test'
import { aliasForm, exampleId, projectPath } from '../pages/alias-form'
import { picker } from '../pages/picker'
import { expectNoAxeViolations } from '../pages/axe'
import { callApi } from '../http/call-api'
import { chooseAction, row, tree } from '../pages/project-list'
import { test } from '../servers/console'

const dialog = (page: Page) => page.getByRole('dialog')
const told = (page: Page) => page.getByRole('list', { name: 'Just done' })

const edit = async (page: Page, key: string, field: 'Key' | 'Description', text: string) => {
  await chooseAction(page, key, 'Edit')
  await dialog(page).getByLabel(field).fill(text)
}
const save = (page: Page) => dialog(page).getByRole('button', { name: 'Save' }).click()

test('Ctrl or ⌘ with Z undoes what was done last, from wherever the keyboard is but a field or a dialog', async ({
  page,
}) => {
  await page.goto(projectPath)
  for (const text of ['first', 'second']) {
    await edit(page, 'SENTRY_DSN', 'Description', text)
    await save(page)
    await expect(dialog(page)).toHaveCount(0)
    await expect(told(page)).toContainText('SENTRY_DSN was saved')
  }
  const search = page.getByRole('textbox', { name: 'Search', exact: true })
  await search.focus()
  await page.keyboard.press('ControlOrMeta+z')
  await tree(page).focus()
  await page.keyboard.press('?')
  await expect(dialog(page)).toContainText('undo what was done last')
  await page.keyboard.press('ControlOrMeta+z')
  await page.keyboard.press('Escape')
  // Neither a field nor a dialog gave it on.
  await expect(told(page).getByRole('button', { name: 'Undo' })).toHaveCount(1)
  await page.keyboard.press('ControlOrMeta+z')
  await expect(told(page).getByRole('button', { name: 'Undo' })).toHaveCount(0)
  await chooseAction(page, 'SENTRY_DSN', 'Edit')
  await expect(dialog(page).getByLabel('Description')).toHaveValue('first')
})

test('an edit says who owns a secret and what breaks by a new name, and keeps the old one as an alias', async ({
  page,
}) => {
  await test.step('what Doppler owns says so before it is edited or deleted', async () => {
    await page.goto(projectPath)
    for (const action of ['Edit', 'Delete']) {
      await chooseAction(page, 'SENTRY_DSN', action)
      await expect(dialog(page)).toContainText('Doppler owns it')
      await page.keyboard.press('Escape')
      await chooseAction(page, 'TLS_BUNDLE', action)
      await expect(dialog(page).getByRole('button', { name: 'Cancel' })).toBeVisible()
      await expect(dialog(page)).not.toContainText('owns it')
      await page.keyboard.press('Escape')
    }
  })
  await test.step('a new name says what breaks, and keeps the old one as an alias in the same step', async () => {
    await edit(page, 'DB_MASTER_PASSWORD', 'Key', 'DB_ROOT_PASSWORD')
    await expect(dialog(page)).toContainText(
      'Whatever reads DB_MASTER_PASSWORD loses it at its next deployment. Its alias keeps pointing at it.',
    )
    await dialog(page).getByLabel('Keep DB_MASTER_PASSWORD as an alias').check()
    await expectNoAxeViolations(page)
    await save(page)
    await expect(told(page)).toContainText('DB_ROOT_PASSWORD was saved')
    await expect(row(page, 'DB_MASTER_PASSWORD')).toHaveAccessibleName(/points at DB_ROOT_PASSWORD/)
  })
  await test.step('the old name is kept also where the dialog is closed before the answer is there', async () => {
    let answer = () => {}
    const held = new Promise<void>((resolve) => {
      answer = resolve
    })
    await page.route(/\/secret\/[^/]+$/, async (route) => {
      if (route.request().method() === 'PUT') await held
      await route.continue()
    })
    await page.goto(`${projectPath}?q=tls`)
    await edit(page, 'TLS_BUNDLE', 'Key', 'TLS_CHAIN')
    await dialog(page).getByLabel('Keep TLS_BUNDLE as an alias').check()
    const sent = page.waitForRequest((request) => request.method() === 'PUT')
    await save(page)
    await sent
    await page.keyboard.press('Escape')
    await expect(dialog(page)).toHaveCount(0)
    answer()
    await expect(row(page, 'TLS_BUNDLE')).toHaveAccessibleName(/points at TLS_CHAIN/)
    // What would take the renaming back alone is in its own way.
    await expect(told(page).getByRole('button', { name: 'Undo' })).toHaveCount(1)
    await page.unroute(/\/secret\/[^/]+$/)
  })
  await test.step('one undo takes back both, the alias of the old name and the renaming', async () => {
    await expect(told(page)).toContainText(
      'It keeps the old name of TLS_CHAIN: its undo takes back both.',
    )
    await told(page).getByRole('button', { name: 'Undo' }).click()
    await expect(told(page)).toContainText('It was TLS_CHAIN before')
    await expect(row(page, 'TLS_CHAIN')).toHaveCount(0)
    await expect(row(page, 'TLS_BUNDLE')).not.toHaveAccessibleName(/points at/)
    await expect(told(page).getByRole('button', { name: 'Undo' })).toHaveCount(0)
  })
})

test('a deleted alias, an edit and a re-pointing are undone by one press', async ({ page }) => {
  await page.goto(projectPath)
  const undo = told(page).getByRole('button', { name: 'Undo' })
  const pg = row(page, 'PGPASSWORD')

  await chooseAction(page, 'PGPASSWORD', 'Delete')
  await expect(dialog(page)).not.toContainText('cannot be undone')
  await dialog(page).getByRole('button', { name: 'Delete' }).click()
  await expect(pg).toHaveCount(0)
  await undo.click()
  await expect(pg).toHaveAccessibleName(/points at DB_MASTER_PASSWORD/)
  await expect(tree(page)).toBeFocused()

  await edit(page, 'PGPASSWORD', 'Description', 'Another one')
  await save(page)
  await expect(told(page)).toContainText('PGPASSWORD was saved')
  await undo.click()
  await expect(undo).toHaveCount(0)
  // What is opened before the undo came to its end shows what was there.
  await expect(async () => {
    await chooseAction(page, 'PGPASSWORD', 'Edit')
    const was = await dialog(page).getByLabel('Description').inputValue()
    await page.keyboard.press('Escape')
    expect(was).toBe('For psql in the maintenance shell')
  }).toPass()

  await chooseAction(page, 'PGPASSWORD', 'Re-point')
  await dialog(page).getByLabel('New target').fill('SENTRY_DSN')
  await dialog(page).getByRole('button', { name: 'Re-point' }).click()
  await expect(pg).toHaveAccessibleName(/points at SENTRY_DSN/)
  await undo.click()
  await expect(pg).toHaveAccessibleName(/points at DB_MASTER_PASSWORD/)
})

test('a long list of what goes with a secret is counted, and scrolled by keyboard', async ({
  page,
  consoleServer,
}) => {
  for (let index = 0; index < 12; index += 1)
    await callApi(Number(new URL(consoleServer.url).port), {
      method: 'POST',
      path: `/project/${exampleId}/secret/${exampleId}/alias`,
      body: { key: `ALSO_${index}` },
    })
  await page.goto(projectPath)
  await chooseAction(page, 'DB_MASTER_PASSWORD', 'Delete')
  await expect(dialog(page)).toContainText('13 aliases go with it')
  const list = dialog(page).getByRole('list', { name: 'Goes with it' })
  await list.focus()
  await page.keyboard.press('End')
  await expect(list.getByRole('listitem').last()).toBeInViewport()
  await expectNoAxeViolations(page)
})

test('a warning about a key is read out, and described by its field', async ({ page }) => {
  await page.goto(`/?project=${exampleId}&secret=${exampleId}`)
  const { key } = aliasForm(page)
  await key.fill('CLUSTER_REGION')
  await expect(key).toHaveAccessibleDescription(/built-in secret has this key/)
  await expect(
    page.getByRole('status').filter({ hasText: 'built-in secret has this key' }),
  ).toBeVisible()
  await key.fill('1_MORE')
  await expect(key).toHaveAccessibleDescription(/Use 1_MORE anyway/)
})

test('with the colours of a system, what is chosen and what is wrong is seen', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' })
  await page.goto(projectPath)
  await page.getByRole('button', { name: 'Actions for TLS_BUNDLE' }).click()
  const outlineOf = (selector: string) =>
    page
      .locator(selector)
      .first()
      .evaluate((element) => getComputedStyle(element).outlineStyle)
  expect(await outlineOf('[role=menuitem]:focus')).toBe('solid')
  await page.goto(`/?project=${exampleId}`)
  const form = aliasForm(page)
  await picker(page, 'Secret').open()
  await form.secret.press('ArrowDown')
  expect(await outlineOf('[role=option][data-active=true]')).toBe('solid')
  await page.keyboard.press('Escape')
  await form.create.click()
  await expect(form.key).toHaveAttribute('aria-invalid', 'true')
  const borderOf = () => form.key.evaluate((field) => getComputedStyle(field).borderStyle)
  await expect.poll(borderOf).toBe('dashed')
})

test('no field of a narrow page has letters that a phone zooms in on', async ({ page }) => {
  await page.setViewportSize({ width: 375, height: 800 })
  const sizes = () =>
    page
      .locator('input:not([type=checkbox], [type=radio]), select, textarea')
      .evaluateAll((fields) => fields.map((field) => parseFloat(getComputedStyle(field).fontSize)))
  for (const path of ['/', projectPath, `${projectPath}/bulk`]) {
    await page.goto(path)
    await expect.poll(async () => (await sizes()).length).toBeGreaterThan(1)
    expect(Math.min(...(await sizes()))).toBeGreaterThanOrEqual(16)
  }
})
