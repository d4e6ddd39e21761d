import { expect, type Page } from 'playwright/test'
import { aliasForm, exampleId } from '../pages/alias-form'
import { picker } from '../pages/picker'
import { test } from '../servers/console'

// What the form says and offers by itself, before anybody sends it.

const unknownId = '11111111-2222-4333-8444-555555555555'
const consoleLink = `https://console.qovery.com/organization/${unknownId}/project/${exampleId}/overview`

const paste = async (page: Page, text: string) => {
  await page.evaluate((copied) => navigator.clipboard.writeText(copied), text)
  await page.keyboard.press('ControlOrMeta+v')
}

test('what is pasted whole has the name of what it means at once', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.goto('/')
  const { project } = aliasForm(page)
  await picker(page, 'Project').open()
  await paste(page, consoleLink)
  await expect(project).toHaveValue('payments')
  await expect(project).toBeFocused()
})

test('a name that was typed and left before its list was there is what it names', async ({
  page,
}) => {
  let letListCome = () => {}
  const comes = new Promise<void>((resolve) => {
    letListCome = resolve
  })
  await page.route(/\/api\/organization\//, async (route) => {
    await comes
    await route.continue()
  })
  await page.goto('/')
  await page.locator('form[data-ready]').waitFor()
  const { project, where } = aliasForm(page)
  await project.fill('storefront')
  await project.blur()
  await expect(project).toHaveAttribute('aria-invalid', 'true')
  letListCome()
  await expect(where).toHaveValue('storefront (project)')
  await expect(project).toHaveAttribute('aria-invalid', 'false')
})

test('what an address holds is judged at once, and what is unknown is a warning', async ({
  page,
  pageGuard,
}) => {
  pageGuard.allowFailedLoads()
  await page.goto('/?project=bad&key=KEPT')
  const { project, secret, key } = aliasForm(page)
  await expect(project).toHaveAccessibleDescription(/This is no project’s ID or link/)
  await expect(project).toHaveAttribute('aria-invalid', 'true')
  await expect(key).toHaveValue('KEPT')
  await page.goto(`/?project=${exampleId}&secret=${unknownId}`)
  await expect(secret).toHaveAccessibleDescription(/Not in this project’s list/)
  await expect(page.locator('#secret-message .text-warning')).toBeVisible()
  await page.goto(`/?project=${unknownId}`)
  await expect(project).toHaveAccessibleDescription('No project with this ID could be read.')
  await expect(page.locator('#project-message .text-warning')).toBeVisible()
})

test('interpolation that a file switches on says so, and an address can set it', async ({
  page,
}) => {
  const form = aliasForm(page)
  await page.goto(`/?project=${exampleId}`)
  const secret = picker(page, 'Secret')
  await secret.search('TLS_BUNDLE')
  await secret.option('TLS_BUNDLE').click()
  await expect(form.interpolation).toBeChecked()
  await expect(form.interpolation).toHaveAccessibleDescription(/On, as Qovery’s console has it/)
  await page.goto(`/?project=${exampleId}&secret=${exampleId}&interpolation=true`)
  await expect(form.interpolation).toBeChecked()
  await page.goto(`/?project=${exampleId}&secret=${exampleId}&interpolation=false`)
  await expect(form.interpolation).not.toBeChecked()
})

test('an alias that was chosen offers what it points at', async ({ page }) => {
  await page.goto(`/?project=${exampleId}`)
  const { secret, key } = aliasForm(page)
  await expect(page.getByText(/^Refreshed/)).toBeVisible()
  await test.step('as soon as its whole name is given with Enter', async () => {
    await secret.fill('PGPASSWORD')
    await secret.press('Enter')
    await expect(secret).toHaveAttribute('aria-expanded', 'false')
    await expect(page.getByRole('button', { name: 'Use DB_MASTER_PASSWORD' })).toBeVisible()
  })
  await secret.blur()
  await expect(secret).toHaveAccessibleDescription(/Use DB_MASTER_PASSWORD/)
  await page.getByRole('button', { name: 'Use DB_MASTER_PASSWORD' }).click()
  await expect(secret).toHaveValue('DB_MASTER_PASSWORD')
  await expect(secret).toHaveAttribute('aria-invalid', 'false')
  await expect(key).toBeFocused()
})

test('the example leaves the cursor where something is left to do, with names to choose from', async ({
  page,
}) => {
  await page.goto('/')
  const { key, preview } = aliasForm(page)
  await page.getByRole('button', { name: 'Fill in an example' }).click()
  await expect(key).toBeFocused()
  await expect(key).toHaveAccessibleDescription(/Such as/)
  await expect(preview).toContainText('Type a key to see what it overrides.')
  await test.step('the names are reached from the field by Tab, and taken by Enter', async () => {
    await page.keyboard.press('Tab')
    const offered = page.locator('#key-message').getByRole('button').first()
    await expect(offered).toBeFocused()
    await expect(key).toHaveAttribute('aria-invalid', 'false')
    const name = await offered.innerText()
    await page.keyboard.press('Enter')
    await expect(key).toHaveValue(name)
    await expect(key).toBeFocused()
  })
  await key.fill('PGPASSWORD')
  await expect(preview).toContainText('The key is taken: this alias cannot be created.')
  await key.fill('CLUSTER_REGION')
  await expect(preview).toContainText('overrides CLUSTER_REGION')
  await expect(key).toHaveAccessibleDescription(/Can be created in this project/)
})
