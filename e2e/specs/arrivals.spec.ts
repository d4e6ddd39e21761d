import { expect, type Page } from 'playwright/test'
import { aliasForm, exampleId, projectPath } from '../pages/alias-form'
import { test } from '../servers/console'

const secretPath = `${projectPath}/secret/${exampleId}`

const heading = (page: Page) => page.getByRole('heading', { level: 1 })
const tree = (page: Page) => page.getByRole('treegrid', { name: 'Secrets' })
const pages = (page: Page) => page.getByRole('navigation', { name: 'Pages' })

test('every page that a link leads to takes focus at its heading, from its top', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1280, height: 400 })
  await page.goto('/')
  await pages(page).getByRole('link', { name: 'Secrets' }).click()
  await expect(heading(page)).toHaveText('Choose a project')
  await expect(heading(page)).toBeFocused()
  await page.getByRole('link', { name: /^payments/ }).press('Enter')
  await expect(heading(page)).toHaveText('payments')
  await expect(heading(page)).toBeFocused()
  // Once the rows are there to be scrolled to.
  await expect(async () => {
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight))
    await expect(page.getByRole('link', { name: 'WEBHOOK_SIGNING_SECRET' })).toBeVisible({
      timeout: 500,
    })
  }).toPass()
  await page.getByRole('link', { name: 'WEBHOOK_SIGNING_SECRET' }).click()
  await expect(heading(page)).toHaveText('WEBHOOK_SIGNING_SECRET')
  await expect(heading(page)).toBeFocused()
  expect(await page.evaluate(() => scrollY)).toBe(0)
  await page
    .getByRole('navigation', { name: 'Breadcrumbs' })
    .getByRole('link', { name: 'payments' })
    .click()
  await expect(heading(page)).toHaveText('payments')
  await expect(heading(page)).toBeFocused()
  await pages(page).getByRole('link', { name: 'Bulk' }).click()
  await expect(heading(page)).toBeFocused()
  await pages(page).getByRole('link', { name: 'Create' }).click()
  await expect(heading(page)).toHaveText('Create an alias')
  await expect(heading(page)).toBeFocused()
  await page.goBack()
  await expect(heading(page)).not.toHaveText('Create an alias')
  await expect(heading(page)).toBeFocused()
})

test('from one secret to another, focus goes to the other’s heading', async ({ page }) => {
  await page.goto(secretPath)
  await page.getByRole('figure').getByRole('link', { name: 'PGPASSWORD' }).press('Enter')
  await expect(heading(page)).toHaveText('PGPASSWORD')
  await expect(heading(page)).toBeFocused()
  await page.goBack()
  await expect(heading(page)).toHaveText('DB_MASTER_PASSWORD')
  await expect(heading(page)).toBeFocused()
})

test('the first page, a filter and a search leave focus where it is', async ({ page }) => {
  await page.goto(projectPath)
  await expect(tree(page)).toBeVisible()
  await expect(page.locator('body')).toBeFocused()
  const type = page.getByLabel('Type')
  await type.focus()
  await type.selectOption('ALIAS')
  await expect(page).toHaveURL(`${projectPath}?type=ALIAS`)
  await expect(type).toBeFocused()
  await page.getByRole('textbox', { name: 'Search' }).pressSequentially('pg')
  await expect(page).toHaveURL(`${projectPath}?q=pg&type=ALIAS`)
  await expect(page.getByRole('textbox', { name: 'Search' })).toBeFocused()
  await page.goto(`/?project=${exampleId}&secret=${exampleId}`)
  await page.locator('form[data-ready]').waitFor()
  await expect(aliasForm(page).secret).toHaveValue('DB_MASTER_PASSWORD')
  await expect(page.locator('body')).toBeFocused()
})

test('a form that is opened for a secret has the cursor in its key', async ({ page }) => {
  const { key, secret, preview } = aliasForm(page)
  await page.goto(projectPath)
  await tree(page).focus()
  await page.keyboard.press('c')
  await expect(key).toBeFocused()
  await page.keyboard.type('TYPED_AT_ONCE')
  await expect(key).toHaveValue('TYPED_AT_ONCE')
  await expect(secret).toHaveValue('CARD_GATEWAY_API_KEY')
  await expect(preview).toContainText('TYPED_AT_ONCE')
  await page.goBack()
  await expect(tree(page)).toBeFocused()
  await page.goto(secretPath)
  await page.getByRole('button', { name: 'Create alias' }).click()
  await expect(key).toBeFocused()
  expect(new URL(page.url()).search).toBe('')
})
