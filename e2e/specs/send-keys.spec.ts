import { expect, type Page } from 'playwright/test'
import { eachRow } from './rows'
import { aliasForm, exampleId, projectPath } from '../pages/alias-form'
import { bulkPage } from '../pages/bulk-page'
import { test } from '../servers/console'

const dialog = (page: Page) => page.getByRole('dialog')

const fields = ['project', 'secret', 'key', 'description', 'interpolation'] as const

test('Ctrl or ⌘ with Enter creates the alias from any field of the form', async ({ page }) => {
  await eachRow(
    fields,
    (name) => `from the form’s ${name}`,
    async (name) => {
      const key = `SENT_FROM_${name.toUpperCase()}`
      await page.goto(`/?project=${exampleId}&secret=${exampleId}&key=${key}`)
      const form = aliasForm(page)
      await expect(form.secret).toHaveValue('DB_MASTER_PASSWORD')
      await form[name].focus()
      await page.keyboard.press('ControlOrMeta+Enter')
      await expect(form.created).toContainText(key)
    },
  )
})

test('a name that was typed out is sent as what is called so, whatever its list is at', async ({
  page,
}) => {
  await page.goto(`/?project=${exampleId}&key=SENT_BY_KEYS`)
  const form = aliasForm(page)
  await form.secret.click()
  await form.secret.pressSequentially('SENTRY_DSN')
  await page.getByRole('option', { name: /^SENTRY_DSN/ }).waitFor()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ControlOrMeta+Enter')
  await expect(form.target).toContainText('SENTRY_DSN')
})

test('the same keys make a plan, save an edit, re-point, and delete, but cancel what Cancel has', async ({
  page,
}) => {
  await page.goto(`${projectPath}/bulk`)
  const bulk = bulkPage(page)
  await bulk.aliases.fill('A=SENTRY_DSN')
  await bulk.aliases.press('ControlOrMeta+Enter')
  await expect(bulk.plan).toBeVisible()

  await page.goto(`${projectPath}/secret/${exampleId}`)
  const edit = page.getByRole('button', { name: 'Edit' })
  await edit.click()
  await dialog(page).getByLabel('Description').fill('saved by keys')
  await page.keyboard.press('ControlOrMeta+Enter')
  await expect(page.getByRole('heading', { name: 'DB_MASTER_PASSWORD was saved' })).toBeFocused()

  await page.getByRole('button', { name: 'Delete' }).click()
  const confirm = dialog(page).getByLabel('Type its key to delete all of this')
  await confirm.press('ControlOrMeta+Enter')
  await expect(confirm).toHaveAttribute('aria-invalid', 'true')
  await dialog(page).getByRole('button', { name: 'Cancel' }).focus()
  await page.keyboard.press('ControlOrMeta+Enter')
  await expect(page.getByRole('heading', { name: /DB_MASTER_PASSWORD was deleted/ })).toHaveCount(0)

  await page.goto(`${projectPath}/secret/c1b7ed81-727a-4f98-ae9a-10ae4bc2fcf5`)
  await page.getByRole('button', { name: 'Re-point' }).click()
  await dialog(page).getByLabel('New target').fill('SENTRY_DSN')
  await page.keyboard.press('ControlOrMeta+Enter')
  await expect(page.getByRole('heading', { name: /PGPASSWORD.*SENTRY_DSN/ })).toBeVisible()
})
