import { expect } from 'playwright/test'
import { aliasForm, exampleId } from '../pages/alias-form'
import { expectNoAxeViolations } from '../pages/axe'
import { bulkPage, rowOf } from '../pages/bulk-page'
import { test } from '../servers/console'

const form = `/?project=${exampleId}&secret=${exampleId}`

test('names that clients look for are suggested for the chosen secret, and fill in the key', async ({
  page,
}) => {
  await page.goto(form)
  const { key, create, created } = aliasForm(page)
  const example = page.getByRole('button', { name: 'MYSQL_PWD', exact: true })
  await expect(example).toHaveAttribute('title', /^Read by the client library of MySQL/)
  await expectNoAxeViolations(page)
  await example.click()
  await expect(key).toHaveValue('MYSQL_PWD')
  await expect(key).toBeFocused()
  await expect(page.getByText('Free in this project')).toBeVisible()
  await create.click()
  await expect(created).toContainText('MYSQL_PWD')
})

test('all of them are listed with the client that looks for them, and none that is taken', async ({
  page,
}) => {
  await page.goto(form)
  const { key } = aliasForm(page)
  await page.getByRole('button', { name: 'Why, and others' }).click()
  const menu = page.getByRole('menu', { name: 'Names that clients look for' })
  await expect(menu.getByRole('menuitem', { name: /^DB_PASSWORD: Laravel/ })).toBeVisible()
  // An alias of that name is in the project already.
  await expect(menu.getByRole('menuitem', { name: /^PGPASSWORD/ })).toHaveCount(0)
  await expectNoAxeViolations(page)
  await menu.getByRole('menuitem', { name: /^SPRING_DATASOURCE_PASSWORD: / }).press('Enter')
  await expect(key).toHaveValue('SPRING_DATASOURCE_PASSWORD')
  await expect(key).toBeFocused()
})

test('several of them are lines of one plan in Bulk, below what was typed there, and once', async ({
  page,
}) => {
  await page.goto(`/project/${exampleId}/bulk`)
  const bulk = bulkPage(page)
  await bulk.aliases.fill('TYPED_BEFORE=TLS_BUNDLE')
  await page.goto(form)
  await page.getByRole('button', { name: 'Why, and others' }).click()
  await page.getByRole('menuitem', { name: 'Several of them at once…' }).click()
  await expect(page).toHaveURL(`/project/${exampleId}/bulk`)
  const lines = /^TYPED_BEFORE=TLS_BUNDLE\n(?:\w+=DB_MASTER_PASSWORD\n?){3,}$/
  await expect(bulk.aliases).toHaveValue(lines)
  await page.reload()
  await expect(bulk.aliases).toHaveValue(lines)
  await page.goBack()
  await page.goForward()
  await expect(bulk.aliases).toHaveValue(lines)
  await bulk.makePlan.click()
  await expect(rowOf(page, 'MYSQL_PWD')).toContainText('create')
})
