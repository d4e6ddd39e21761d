import { expect, type Page } from 'playwright/test'
import { aliasForm, exampleId, projectPath } from '../pages/alias-form'
import { picker } from '../pages/picker'
import { activeKey, searchBox, tree } from '../pages/project-list'
import { test } from '../servers/console'

const storefrontId = '0211a0bc-3ea1-42d4-a114-84875613268f'

const link = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name, exact: true })
const expectLinks = async (page: Page, path: string) => {
  await expect(link(page, 'Secrets')).toHaveAttribute('href', path)
  await expect(link(page, 'Bulk')).toHaveAttribute('href', `${path}/bulk`)
}

test('the bar leads to the project of the page, the secret and the form, at once', async ({
  page,
}) => {
  await page.goto(`/project/${storefrontId}`)
  await expectLinks(page, `/project/${storefrontId}`)
  await page.goto(`${projectPath}/secret/${exampleId}`)
  await expectLinks(page, projectPath)
  await link(page, 'Create').click()
  await expect(aliasForm(page).project).toHaveValue('payments')
  const projects = picker(page, 'Project')
  await projects.open()
  await projects.option(/^storefront/).click()
  await expectLinks(page, `/project/${storefrontId}`)
})

test('the environment and the service go along as well: in the bar, the form, “c” and after a reload', async ({
  page,
}) => {
  const environment = `${projectPath}/environment/6513270e-269e-4d37-b2a7-4de452e6b438`
  const service = `${environment}/helm/c3141213-5bd6-4420-8db5-43cecb3cc959`
  const { project, where, key } = aliasForm(page)
  const expectPlace = async (name: RegExp) => {
    await expect(project).toHaveValue('payments')
    await expect(where).toHaveValue(name)
  }
  await page.goto(service)
  await expectLinks(page, service)
  await link(page, 'Create').click()
  await expectPlace(/^production \/ /)
  await page.goto(environment)
  await expectLinks(page, environment)
  await page.keyboard.press('c')
  await expectPlace(/^production$/)
  await page.reload()
  await expectPlace(/^production$/)
  await expectLinks(page, environment)
  await link(page, 'Bulk').click()
  await expect(page.getByRole('heading', { name: 'Many aliases at once' })).toBeVisible()
  await expect(page).toHaveURL(`${environment}/bulk`)
  // Chosen by hand, and then somebody works elsewhere: nothing is begun.
  await link(page, 'Create').click()
  await where.fill('')
  await where.blur()
  await expectPlace(/^payments \(project\)$/)
  await expectLinks(page, projectPath)
  await page.goto(environment)
  await expectLinks(page, environment)
  await link(page, 'Create').click()
  await expectPlace(/^production$/)
  await key.fill('BEGUN_HERE')
  await page.goto(`/project/${storefrontId}`)
  await expectLinks(page, `/project/${storefrontId}`)
  await link(page, 'Create').click()
  await expectPlace(/^production$/)
})

test('what an earlier version stored of the last project is known, and both choosers stay choosers', async ({
  page,
}) => {
  await page.goto('/about')
  await page.evaluate((id) => localStorage.setItem('alias-console:last-project', id), storefrontId)
  await page.goto('/bulk')
  await expect(page.getByRole('heading', { name: 'Choose a project' })).toBeVisible()
  await expectLinks(page, `/project/${storefrontId}`)
  await page.goto('/project')
  await expect(page.getByRole('heading', { name: 'Choose a project' })).toBeVisible()
})

test('the form opens in the project that somebody works in, unless something is begun in it', async ({
  page,
}) => {
  await page.goto(projectPath)
  await expect(tree(page)).toBeVisible()
  await link(page, 'Create').click()
  const form = aliasForm(page)
  await expect(form.project).toHaveValue('payments')
  await form.key.fill('BEGUN_HERE')
  await page.goto(`/project/${storefrontId}`)
  await expect(tree(page)).toBeVisible()
  await link(page, 'Create').click()
  await expect(form.key).toHaveValue('BEGUN_HERE')
  await expect(form.project).toHaveValue('payments')
})

test('on every page "/" searches, "c" creates and "?" tells of it, but for what is typed', async ({
  page,
}) => {
  await page.goto(projectPath)
  await expect(tree(page)).toBeVisible()
  await page.keyboard.press('/')
  await expect(searchBox(page)).toBeFocused()
  await page.keyboard.type('c?/')
  await expect(searchBox(page)).toHaveValue('c?/')
  await searchBox(page).fill('')
  await page.getByRole('link', { name: 'Another project' }).focus()
  await page.keyboard.press('?')
  const help = page.getByRole('dialog', { name: 'Shortcuts' })
  await expect(help).toContainText('On every page')
  await page.keyboard.press('c')
  await page.keyboard.press('Escape')
  await expect(help).toBeHidden()
  await page.keyboard.press('c')
  await expect(page.getByRole('heading', { name: 'Create an alias' })).toBeVisible()
  await expect(aliasForm(page).project).toHaveValue('payments')
})

test('single keys can be turned off, and stay so', async ({ page }) => {
  await page.goto(projectPath)
  await page.getByRole('button', { name: 'Shortcuts' }).click()
  await page.getByLabel('Single keys act').uncheck()
  await page.getByRole('button', { name: 'Close' }).click()
  await page.reload()
  await tree(page).focus()
  for (const key of ['/', '?', 'c', 'ArrowDown']) await page.keyboard.press(key)
  await expect(tree(page)).toBeFocused()
  expect(await activeKey(page)).toBe('STRIPE_API_KEY')
})
