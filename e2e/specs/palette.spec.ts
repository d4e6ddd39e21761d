import { expect, type Page } from 'playwright/test'
import { aliasForm, exampleId, projectPath } from '../pages/alias-form'
import { expectNoAxeViolationsInBothThemes } from '../pages/axe'
import { palette } from '../pages/palette'
import { sideways } from '../pages/sideways'
import { test } from '../servers/console'

/** Opens a project, whose list the palette knows from then on. */
const openProject = async (page: Page) => {
  await page.goto(projectPath)
  await expect(page.getByRole('treegrid', { name: 'Secrets' })).toBeVisible()
}

test('it opens by its keys from any field and by its button, Escape gives focus back, and it changes the theme', async ({
  page,
}) => {
  await page.goto('/')
  const { key } = aliasForm(page)
  const { box, dialog, opener, open } = palette(page)
  await key.fill('TYPED')
  await open()
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
  await expect(key).toBeFocused()
  await open()
  await page.keyboard.press('ControlOrMeta+k')
  await expect(dialog).toHaveCount(0)
  await opener.click()
  await expect(box).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(opener).toBeFocused()
  await expect(key).toHaveValue('TYPED')
  await test.step('the theme is changed by its name', async () => {
    await open()
    await box.fill('theme dark')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('combobox', { name: 'Theme' })).toHaveValue('dark')
  })
})

test('it stays behind a question that has to be answered first', async ({ page }) => {
  await page.goto(`${projectPath}/secret/${exampleId}`)
  await page.getByRole('button', { name: 'Edit', exact: true }).click()
  await expect(page.getByRole('dialog')).toHaveCount(1)
  await page.keyboard.press('ControlOrMeta+k')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
})

test('a key is found with a mistake in it, its ID is copied, and what cannot be done says why', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-write'])
  await openProject(page)
  const { box, options, option, open, dialog, status } = palette(page)
  await open()
  await test.step('what cannot be done says why, and choosing it does nothing', async () => {
    await box.fill('delete cluster_region')
    const entry = option(/^Delete CLUSTER_REGION.*Qovery created it/)
    await expect(entry).toHaveAttribute('aria-disabled', 'true')
    await page.keyboard.press('Enter')
    await entry.click({ force: true })
    await expect(dialog).toBeVisible()
    await expect(page).toHaveURL(projectPath)
  })
  await test.step('an ID is copied without leaving it, and that is said', async () => {
    await box.fill('copy id db_master')
    await page.keyboard.press('Enter')
    await expect(status).toHaveText('ID copied')
    await expect(box).toBeFocused()
    await box.fill('')
    await page.keyboard.press('ControlOrMeta+v')
    await expect(box).toHaveValue(exampleId)
  })
  await test.step('a key is found by parts of it and with a mistake in it, and Enter opens its page', async () => {
    await box.fill('')
    await page.keyboard.type('mast pass')
    await expect(options.first()).toHaveAccessibleName(/^DB_MASTER_PASSWORD/)
    await page.keyboard.press('ControlOrMeta+a')
    await page.keyboard.type('webhok')
    await expect(status).toHaveText('Nothing has these words. 1 name like it:')
    await expect(option(/WEBHOOK_SIGNING_SECRET/)).toHaveAttribute('aria-selected', 'true')
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(/\/secret\//)
    await expect(page.getByRole('main')).toContainText('WEBHOOK_SIGNING_SECRET')
    await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
  })
})

test('every action of a row is in it, behind the key and on the secret’s own page', async ({
  page,
}) => {
  await openProject(page)
  const row = page.getByRole('row').filter({ hasText: 'PGPASSWORD' })
  await row.getByRole('button', { name: /^Actions/ }).click()
  const names = await page.getByRole('menuitem').allInnerTexts()
  await page.keyboard.press('Escape')
  const labels = names.map((text) => text.split('\n', 1)[0] ?? '')
  await page.getByRole('button', { name: 'Actions for DB_MASTER_PASSWORD' }).click()
  const moves = page.getByRole('menuitem', { name: 'Move its aliases' })
  await expect(moves).toHaveCount(1)
  await page.keyboard.press('Escape')
  expect(labels).toEqual(expect.arrayContaining(['Open', 'Edit', 'Re-point', 'Delete']))
  const { box, group, open } = palette(page)
  await open()
  for (const label of labels) {
    await box.fill(`${label} pgpassword`)
    await expect(group('Actions').filter({ hasText: `${label} PGPASSWORD` })).toHaveCount(1)
  }
  // What only a secret with aliases has.
  await box.fill('move its aliases db_master')
  await expect(group('Actions').filter({ hasText: 'Move its aliases DB_MASTER' })).toHaveCount(1)
  await box.fill('pgpassword')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/secret\//)
  await open()
  for (const label of labels)
    await expect(group('This page').filter({ hasText: `${label} PGPASSWORD` })).toHaveCount(1)
})

test('an edit is asked for on any page, and told there', async ({ page }) => {
  await openProject(page)
  await page.getByRole('navigation').getByRole('link', { name: 'Create' }).click()
  const { open, box } = palette(page)
  await open()
  await box.fill('edit sentry')
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Edit SENTRY_DSN' })
  await dialog.getByRole('textbox', { name: 'Description' }).fill('told here')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('heading', { name: 'SENTRY_DSN was saved' })).toBeVisible()
  await expect(page).toHaveURL('/')
})

test('it asks Qovery for nothing, and says which projects it searches', async ({ page }) => {
  await page.goto('/')
  const { open, box, options, dialog } = palette(page)
  const asked: string[] = []
  page.on('request', (request) => {
    if (request.url().includes('/api/')) asked.push(request.url())
  })
  await open()
  await expect(dialog).toContainText('opened in this tab: none so far.')
  await box.fill('sentry')
  await expect(options).toHaveCount(0)
  await box.fill('choose')
  expect(asked).toEqual([])
  await page.keyboard.press('Enter')
  await page.getByRole('link', { name: /^payments/ }).click()
  await expect(page.getByRole('treegrid', { name: 'Secrets' })).toBeVisible()
  await open()
  await expect(dialog).toContainText('opened in this tab: payments.')
  await box.fill('storefront')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('storefront')
})

test('nothing of it is in anybody’s way, in either theme', async ({ page }) => {
  await openProject(page)
  const { open, box } = palette(page)
  await open()
  await expectNoAxeViolationsInBothThemes(page)
  for (const query of ['edit registry', 'delete cluster', 'pasword', 'xyz']) {
    await box.fill(query)
    await expectNoAxeViolationsInBothThemes(page)
  }
  await page.setViewportSize({ width: 320, height: 568 })
  expect(await sideways(page)).toBe(0)
})
