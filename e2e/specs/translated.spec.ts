import { expect, type Page } from 'playwright/test'
import { aliasForm, exampleId, projectPath } from '../pages/alias-form'
import { planBulk, rowOf } from '../pages/bulk-page'
import { test } from '../servers/console'
import { translatePages } from '../pages/translate-page'

/** What a translator took for words, of what it may not. */
const expectUntranslated = async (page: Page, ...names: string[]) => {
  await expect(page.locator('font').first()).toBeAttached()
  for (const name of names)
    await expect(page.locator('font font').filter({ hasText: name })).toHaveCount(0)
}

/** Texts that stand beside something else: React could no longer change them once they are translated. */
const besideOthers = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('#root *:not(svg *)')]
      .filter(({ childNodes }) => childNodes.length > 1)
      .flatMap(({ childNodes }) => Array.from(childNodes))
      .filter((node) => node instanceof Text && node.data.trim() !== '')
      .map(({ textContent }) => textContent),
  )

test('no text stands beside another element, on any page', async ({ page }) => {
  await page.goto(`/?project=${exampleId}&secret=${exampleId}&key=1ST`)
  await page.getByText('Use 1ST anyway').waitFor()
  expect(await besideOthers(page)).toEqual([])
  await aliasForm(page).key.fill('BESIDE')
  await aliasForm(page).create.click()
  await expect(aliasForm(page).created).toContainText('BESIDE')
  await page.getByRole('article').first().waitFor()
  expect(await besideOthers(page)).toEqual([])
  await page.goto(projectPath)
  await page.getByRole('treegrid').waitFor()
  await page.getByRole('button', { name: 'Actions for PGPASSWORD' }).click()
  expect(await besideOthers(page)).toEqual([])
  for (const [id, actions] of [
    [exampleId, ['Edit', 'Delete']],
    ['c1b7ed81-727a-4f98-ae9a-10ae4bc2fcf5', ['Re-point']],
  ] as const) {
    await page.goto(`${projectPath}/secret/${id}`)
    for (const name of actions) {
      await page.getByRole('button', { name, exact: true }).click()
      await page.getByRole('dialog').waitFor()
      expect(await besideOthers(page)).toEqual([])
      await page.keyboard.press('Escape')
    }
  }
  const bulk = await planBulk(page, `${projectPath}/bulk`, 'BULK_1=SENTRY_DSN\n2ND=SENTRY_DSN')
  expect(await besideOthers(page)).toEqual([])
  await bulk.create.click()
  await bulk.report.waitFor()
  expect(await besideOthers(page)).toEqual([])
})

test.describe('translated', () => {
  test.beforeEach(({ page }) => translatePages(page))

  test('an alias is created on a translated page, and no text of it stands still', async ({
    page,
  }) => {
    await page.goto('/')
    const form = aliasForm(page)
    await form.project.fill('pay')
    await page.getByRole('option', { name: /payments/ }).click()
    await form.secret.fill('MASTER')
    await page.getByRole('option', { name: /^DB_MASTER_PASSWORD/ }).click()
    await form.key.fill('1ST')
    await expect(page.getByText('Use 1ST anyway')).toBeVisible()
    await form.key.fill('TRANSLATED')
    await expect(page.getByText('Use 1ST anyway')).toHaveCount(0)
    await form.description.fill('words')
    await expect(page.getByText('5/255')).toBeVisible()
    await form.create.click()
    await expect(form.created).toContainText('TRANSLATED')
    await expectUntranslated(page, exampleId)
    await form.key.fill('AGAIN')
    await form.create.click()
    await expect(form.created).toContainText('AGAIN')
    // What stands in the way names the secret to take.
    await form.secret.fill('c1b7ed81-727a-4f98-ae9a-10ae4bc2fcf5')
    await form.key.fill('OF_AN_ALIAS')
    await form.create.click()
    await expect(form.secret).toHaveAccessibleDescription(/Use DB_MASTER_PASSWORD/)
    const problem = page.locator('#secret-message')
    await expect(problem.locator('bdi')).toHaveText('DB_MASTER_PASSWORD')
    await expect(problem.locator('bdi font')).toHaveCount(0)
  })

  test('a project is filtered, and its secrets are opened, edited and deleted on translated pages', async ({
    page,
  }) => {
    await page.goto('/')
    await page.getByRole('link', { name: 'Secrets' }).click()
    await page.getByRole('link', { name: 'payments' }).click()
    await page.getByRole('treegrid').waitFor()
    // A description is words, also where it names a secret.
    await expectUntranslated(page, 'CARD_GATEWAY_API_KEY', 'SENTRY_DSN')
    await page.getByLabel('Search').fill('sentry')
    await expect(page.getByText(/^\d+ of \d+ match/)).toBeVisible()
    await page.getByLabel('Search').fill('')
    await page.getByRole('button', { name: 'Actions for SENTRY_DSN' }).click()
    await page.getByRole('menuitem', { name: 'Edit' }).click()
    const dialog = page.getByRole('dialog')
    await expectUntranslated(page, 'SENTRY_DSN')
    await dialog.getByLabel('Description').fill('translated')
    await expect(dialog.getByText('10/255')).toBeVisible()
    await dialog.getByRole('button', { name: 'Save' }).click()
    await expect(dialog).toHaveCount(0)
    await page.getByRole('heading', { name: 'SENTRY_DSN was saved' }).waitFor()
    await page.getByRole('link', { name: 'SENTRY_DSN', exact: true }).press('Enter')
    await expect(page.getByText('translated')).toBeVisible()
    await expectUntranslated(page, 'SENTRY_DSN')
    await page.getByRole('button', { name: 'Delete' }).click()
    await expectUntranslated(page, 'SENTRY_DSN')
    await dialog.getByRole('textbox').fill('SENTRY_DSN')
    await dialog.getByRole('button', { name: 'Delete' }).click()
    await expect(page.getByText(/SENTRY_DSN was deleted/)).toBeVisible()
    await expectUntranslated(page, 'SENTRY_DSN')
  })

  test('a plan is changed, run and undone on a translated page', async ({ page }) => {
    const bulk = await planBulk(
      page,
      `${projectPath}/bulk`,
      'ONE=DB_MASTER_PASSWORD\n2ND=DB_MASTER_PASSWORD\njunk',
    )
    await expect(bulk.verdicts).toHaveText(/1 create.*1 to confirm.*1 invalid/)
    await bulk.button('Use anyway: 2ND').click()
    await expect(bulk.verdicts).toHaveText(/2 create.*1 invalid/)
    await bulk.button('Edit row 1').click()
    await page.getByLabel('Alias of row 1').fill('FIRST')
    await page.getByLabel('Description of row 1').fill('three')
    await expect(page.getByText('5/255')).toBeVisible()
    await page.keyboard.press('ControlOrMeta+Enter')
    await expect(rowOf(page, 'FIRST')).toContainText('three')
    await expectUntranslated(page, 'FIRST', 'DB_MASTER_PASSWORD')
    await bulk.create.click()
    await expect(page.getByRole('heading', { name: '2 created', exact: true })).toBeVisible()
    await bulk.button('Undo this job').click()
    await bulk.button('Delete them').click()
    await expect(page.getByRole('heading', { name: '2 deleted', exact: true })).toBeVisible()
  })
})
