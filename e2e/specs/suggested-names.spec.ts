import { expect } from 'playwright/test'
import { aliasForm, exampleId } from '../pages/alias-form'
import { expectNoAxeViolations } from '../pages/axe'
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
