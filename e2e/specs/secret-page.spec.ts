import { expect, type Page } from 'playwright/test'
import { aliasForm, createAlias, exampleId, fieldOf } from '../pages/alias-form'
import { expectNoAxeViolationsInBothThemes } from '../pages/axe'
import { test } from '../servers/console'
import { sideways } from '../pages/sideways'

const pathOf = (secretId: string) => `/project/${exampleId}/secret/${secretId}`
const alias = 'c1b7ed81-727a-4f98-ae9a-10ae4bc2fcf5'
const builtIn = 'e2b2cc7d-fdf8-4c02-82e1-efcf057a0bfa'
const override = '7f9208d0-7694-432a-baed-6ced89dbade1'
const relations = (page: Page) => page.getByRole('region', { name: 'Relations' })
const drawing = (page: Page) => page.getByRole('figure')

test('a secret’s page has its fields and everything that points at it, with links that lead there and back', async ({
  page,
}) => {
  await page.goto(pathOf(exampleId))
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('DB_MASTER_PASSWORD')
  await expect(page).toHaveTitle(/^DB_MASTER_PASSWORD/)
  const fields = page.getByRole('article', { name: 'Fields' })
  await expect(fieldOf(fields, 'ID')).toContainText(exampleId)
  await expect(fieldOf(fields, 'Type')).toHaveText('Value')
  await expect(page.getByRole('figure', { name: 'What points at DB_MASTER_PASSWORD' })).toHaveText(
    /PGPASSWORD.*points at.*DB_MASTER_PASSWORD.*Overrides nothing/s,
  )
  // What the drawing shows is not said once more.
  await expect(relations(page)).toHaveCount(0)
  await expect(
    page.getByRole('navigation', { name: 'Breadcrumbs' }).getByRole('link', { name: 'payments' }),
  ).toBeVisible()
  await test.step('links lead from a secret to its alias and back, by keyboard', async () => {
    await drawing(page).getByRole('link', { name: 'PGPASSWORD' }).focus()
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(pathOf(alias))
    const { shown, target, overridden } = aliasForm(page)
    await expect(shown).toContainText('PGPASSWORD')
    await expect(target).toContainText('DB_MASTER_PASSWORD')
    await expect(page.getByText('Overrides nothing.')).toHaveCount(1)
    await expect(overridden).toHaveCount(0)
    await drawing(page).getByRole('link', { name: 'DB_MASTER_PASSWORD' }).focus()
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(pathOf(exampleId))
  })
})

test('what overrides and what is overridden lead to each other, and what cannot be done with a secret says why', async ({
  page,
}) => {
  await test.step('what overrides and what is overridden lead to each other', async () => {
    await page.goto(pathOf(override))
    await expect(page.getByRole('figure')).toContainText('overrides REGISTRY_PASSWORD')
    await drawing(page).getByRole('link', { name: 'REGISTRY_PASSWORD' }).click()
    await expect(page).toHaveURL(pathOf(builtIn))
    await expect(relations(page)).toContainText('Overridden by (1)')
  })
  await test.step('what cannot be done with a built-in secret says why', async () => {
    await page.goto(pathOf(builtIn))
    const actions = page.getByRole('region', { name: 'Actions' })
    const remove = actions.getByRole('button', { name: 'Delete' })
    await expect(remove).toHaveAttribute('aria-disabled', 'true')
    await expect(remove).toHaveAccessibleDescription(/Qovery created it/)
    await remove.press('Enter')
    await expect(page.getByRole('dialog')).toHaveCount(0)
  })
  await test.step('an alias is given no alias, and what it points at is given another one instead', async () => {
    await page.goto(pathOf(alias))
    const actions = page.getByRole('region', { name: 'Actions' })
    await expect(actions.getByRole('button')).toHaveText(['Edit', 'Re-point', 'Delete'])
    await expect(actions.locator('[aria-disabled=true]')).toHaveCount(0)
    await actions.getByRole('link', { name: 'Create another alias of DB_MASTER_PASSWORD' }).click()
    const form = aliasForm(page)
    await expect(form.project).toHaveValue('payments')
    await expect(form.secret).toHaveValue('DB_MASTER_PASSWORD')
  })
})

test('the heading of a secret’s page is its key, whole, on a narrow page too', async ({ page }) => {
  await page.setViewportSize({ width: 375, height: 800 })
  const key = 'WHOLE_'.repeat(40)
  const form = await createAlias(page, key)
  await form.result.getByRole('link', { name: 'Open' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(key)
  expect(await sideways(page)).toBeLessThanOrEqual(0)
})

test('axe finds nothing on a secret’s page and in its dialogs, in either theme', async ({
  page,
}) => {
  await page.goto(pathOf(builtIn))
  await expect(relations(page)).toBeVisible()
  await expectNoAxeViolationsInBothThemes(page)
  for (const [id, action] of [
    [exampleId, 'Delete'],
    [exampleId, 'Edit'],
    [alias, 'Re-point'],
  ] as const) {
    await page.goto(pathOf(id))
    await page.getByRole('button', { name: action, exact: true }).click()
    await expect(page.getByRole('dialog')).toBeVisible()
    await expect(page.getByText('Reading what goes with it…')).toHaveCount(0)
    await expectNoAxeViolationsInBothThemes(page)
  }
  await page.setViewportSize({ width: 320, height: 640 })
  await page.goto(pathOf(exampleId))
  await expect(drawing(page)).toBeVisible()
  await expectNoAxeViolationsInBothThemes(page)
  expect(await sideways(page)).toBeLessThanOrEqual(0)
})
