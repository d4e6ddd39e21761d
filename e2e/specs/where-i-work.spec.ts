import { expect, type Page } from 'playwright/test'
import { aliasForm, exampleId } from '../pages/alias-form'
import { picker } from '../pages/picker'
import { activeKey, searchBox, tree } from '../pages/project-list'
import { test } from '../servers/console'

const storefrontId = '0211a0bc-3ea1-42d4-a114-84875613268f'
const projectPath = `/project/${exampleId}`

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
