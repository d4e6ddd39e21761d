import { readFile } from 'node:fs/promises'
import { expect, type Page } from 'playwright/test'
import { projectPath } from '../pages/alias-form'
import { expectNoAxeViolations, expectNoAxeViolationsInBothThemes } from '../pages/axe'
import { bulkPage, rowOf } from '../pages/bulk-page'
import { chooseAction, row, tree } from '../pages/project-list'
import { sideways } from '../pages/sideways'
import { test } from '../servers/console'

const tick = (page: Page, key: string) =>
  page.getByRole('checkbox', { name: `Select ${key}`, exact: true })
const bar = (page: Page) => page.getByRole('region', { name: 'Selected rows' })
const press = (page: Page, name: string) => bar(page).getByRole('button', { name }).click()
const isSelected = (page: Page, key: string) =>
  expect(row(page, key)).toHaveAttribute('aria-selected', 'true')
const heading = (page: Page, name: string) => page.getByRole('heading', { name, exact: true })

test('rows are selected by pointer and by keyboard, and stay so through a reload', async ({
  page,
}) => {
  await page.goto(projectPath)
  await tick(page, 'CARD_GATEWAY_API_KEY').click()
  await expect(bar(page)).toContainText('1 selected')
  await tick(page, 'PGPASSWORD').click({ modifiers: ['Shift'] })
  await expect(bar(page)).toContainText('5 selected')
  await isSelected(page, 'CLUSTER_REGION')
  await expect(tree(page)).toBeFocused()
  await page.getByRole('textbox', { name: 'Search' }).fill('stripe')
  await expect(bar(page)).toContainText('5 selected, 4 not shown')
  await page.getByRole('textbox', { name: 'Search' }).fill('')
  await expect(page).toHaveURL(projectPath)
  await page.reload()
  await expect(bar(page)).toContainText('5 selected')
  await tree(page).focus()
  await page.keyboard.press('Escape')
  await expect(bar(page)).toHaveCount(0)
  await page.keyboard.press('Home')
  await page.keyboard.press('Shift+ArrowDown')
  await page.keyboard.press('Shift+ArrowDown')
  await expect(bar(page)).toContainText('3 selected')
  await page.keyboard.press(' ')
  await expect(bar(page)).toContainText('2 selected')
  await expect(page.getByRole('status').filter({ hasText: '2 selected' })).toHaveCount(1)
  await page.keyboard.press('ControlOrMeta+a')
  await expect(page.getByRole('checkbox', { name: 'Select all rows that are shown' })).toBeChecked()
  // What takes its own button away leaves focus to the list.
  await bar(page).getByRole('button', { name: 'Clear' }).press('Enter')
  await expect(tree(page)).toBeFocused()
  await expect(page.getByRole('status').filter({ hasText: 'Nothing selected' })).toHaveCount(1)
  await page.keyboard.press(' ')
  await bar(page)
    .getByRole('button', { name: /^Select all/ })
    .press('Enter')
  await expect(page.getByRole('checkbox', { name: 'Select all rows that are shown' })).toBeChecked()
  await expect(tree(page)).toBeFocused()
  await page.keyboard.press('End')
  // What the keyboard is at does not lie below the bar.
  const [last, over] = [
    await row(page, 'WEBHOOK_SIGNING_SECRET').boundingBox(),
    await bar(page).boundingBox(),
  ]
  expect((last?.y ?? 0) + (last?.height ?? 0)).toBeLessThanOrEqual(over?.y ?? 0)
})

test('selected aliases are re-pointed as one plan, in one job, and back by its undo', async ({
  page,
}) => {
  await page.goto(projectPath)
  for (const key of ['PGPASSWORD', 'STRIPE_API_KEY', 'SENTRY_DSN']) await tick(page, key).click()
  await press(page, 'Re-point')
  await expect(heading(page, 'Re-point many aliases at once')).toBeVisible()
  const { plan, button, results } = bulkPage(page)
  await expect(rowOf(page, 'SENTRY_DSN')).toContainText('Only an alias points at something.')
  await button('Re-point 2 aliases').click()
  await expect(page.getByRole('combobox', { name: 'New target' })).toBeFocused()
  await page.getByRole('combobox', { name: 'New target' }).fill('SETTLEMENT_CONFIG')
  await expect(plan).toContainText('DB_MASTER_PASSWORD→ SETTLEMENT_CONFIG')
  await expectNoAxeViolations(page)
  await button('Re-point 2 aliases').click()
  await expect(heading(page, '2 re-pointed')).toBeVisible()
  await expect(results).toContainText('1 left out')
  await page.reload()
  await expect(heading(page, '2 re-pointed')).toBeVisible()
  await page.goto(`${projectPath}?q=PGPASSWORD`)
  await expect(row(page, 'PGPASSWORD')).toContainText('→ SETTLEMENT_CONFIG')
  await page.goBack()
  await button('Undo this job').click()
  await page
    .getByRole('dialog', { name: 'Undo 2 changes?' })
    .getByRole('button', { name: 'Undo them' })
    .click()
  await expect(heading(page, '2 changes undone')).toBeVisible()
  await expect(results).toContainText('2 undone')
  await expect(page.getByRole('columnheader', { name: 'Former target' })).toBeVisible()
  await expect(rowOf(page, 'PGPASSWORD')).toContainText(/DB_MASTER_PASSWORD\s*undone/)
  await expect(page.getByText('2 of 2 rows done')).toBeVisible()
  await page.goto(`${projectPath}?q=PGPASSWORD`)
  await expect(row(page, 'PGPASSWORD')).toContainText('→ DB_MASTER_PASSWORD')
  await page.goto('/history')
  await expect(page.getByRole('article')).toHaveCount(4)
})

test('a plan of deletions says what goes along, asks for what cannot be undone, and keeps an earlier report until it begins', async ({
  page,
}) => {
  await page.goto(projectPath)
  await tick(page, 'PGPASSWORD').click()
  await press(page, 'Edit descriptions')
  const { plan, button } = bulkPage(page)
  const description = page.getByRole('textbox', { name: /^Description of all/ })
  // An empty field is no wish to have none.
  await button('Save 1 description').click()
  await expect(description).toBeFocused()
  await expect(description).toHaveAccessibleDescription(/tick the box below to remove/)
  await page.getByLabel('Remove their descriptions instead').check()
  await expect(description).toBeDisabled()
  await expectNoAxeViolations(page)
  await page.getByLabel('Remove their descriptions instead').uncheck()
  await description.fill('for many')
  await expect(plan).toContainText('It takes the place of “')
  await button('Save 1 description').click()
  await expect(heading(page, '1 saved')).toBeVisible()
  await page.getByRole('navigation').getByRole('link', { name: 'Secrets' }).click()
  // What was done is selected no more, and not taken along by what comes next.
  await expect(row(page, 'SENTRY_DSN')).toBeVisible()
  await expect(bar(page)).toHaveCount(0)
  for (const key of ['DB_MASTER_PASSWORD', 'PGPASSWORD', 'CLUSTER_REGION'])
    await tick(page, key).click()
  await press(page, 'Delete')
  await expect(plan.getByRole('row', { name: /DB_MASTER_PASSWORD/ }).first()).toContainText(
    '1 alias goes with it: PGPASSWORD. It cannot be undone.',
  )
  await expect(rowOf(page, 'CLUSTER_REGION')).toContainText('Qovery created it')
  await page.getByRole('button', { name: 'Show the report' }).click()
  await expect(heading(page, '1 saved')).toBeVisible()
  await button('Show their plan').click()
  await page.reload()
  await expect(plan).toBeVisible()
  await expect(
    page.getByRole('textbox', { name: 'Type 2 to delete all 2' }),
  ).toHaveAccessibleDescription(/more may go along/)
  const further = page.getByRole('region', { name: 'Further in the project' })
  await expect(further).toContainText('aliases and overrides of them may be there')
  await further.getByRole('button', { name: 'Look in environments' }).click()
  await further.getByLabel('Previews too').check()
  await further.getByLabel('Throwaway clones too').check()
  await further.getByRole('button', { name: /^Read \d+ lists/ }).click()
  await expect(further).toContainText('could be read')
  await expect(plan.getByRole('row', { name: /DB_MASTER_PASSWORD/ }).first()).toContainText(
    '3 aliases go with it: PGPASSWORD, TF_VAR_db_password in production / network, PAYMENTS_DB_PASSWORD in staging / checkout-api.',
  )
  await button('Delete 1 row: 4 secrets in all').click()
  const field = page.getByRole('textbox', { name: 'Type 4 to delete all 4' })
  await expect(field).toBeFocused()
  await expect(field).toHaveAccessibleDescription('Type 4 to say that you mean all of them.')
  await expectNoAxeViolations(page)
  await page.setViewportSize({ width: 320, height: 568 })
  expect(await sideways(page)).toBe(0)
  await page.setViewportSize({ width: 1280, height: 720 })
  await field.fill('4')
  await page.keyboard.press('Enter')
  await expect(heading(page, '1 deleted')).toBeFocused()
  await page.getByRole('navigation').getByRole('link', { name: 'Secrets' }).click()
  await expect(row(page, 'SENTRY_DSN')).toBeVisible()
  await expect(row(page, 'DB_MASTER_PASSWORD')).toHaveCount(0)
  await expect(bar(page)).toHaveCount(0)
})

test('all aliases of a secret are moved to another from its row, and what is selected is named by a rule', async ({
  page,
}) => {
  await page.goto(projectPath)
  await chooseAction(page, 'DB_MASTER_PASSWORD', 'Move its aliases')
  await expect(page.getByText('1 alias of DB_MASTER_PASSWORD')).toBeVisible()
  const { button, create, plan } = bulkPage(page)
  await page.getByRole('combobox', { name: 'New target' }).fill('SETTLEMENT_CONFIG')
  await button('Re-point 1 alias').click()
  await expect(heading(page, '1 re-pointed')).toBeVisible()
  await page.goto(projectPath)
  await page.getByRole('treegrid').getByRole('link', { name: 'SETTLEMENT_CONFIG' }).click()
  await button('Move its aliases').click()
  await expect(page.getByText('1 alias of SETTLEMENT_CONFIG')).toBeVisible()
  await button('Drop this plan').click()
  await expect(heading(page, '1 re-pointed')).toBeVisible()
  await page.goto(projectPath)
  for (const key of ['SENTRY_DSN', 'PGPASSWORD']) await tick(page, key).click()
  await press(page, 'Create aliases')
  await page.getByRole('textbox', { name: 'Prefix' }).fill('MY_')
  await expect(page.getByText('and 1 that can have no alias here')).toBeVisible()
  await expectNoAxeViolations(page)
  await button('Make plan').click()
  await expect(plan).toContainText('MY_SENTRY_DSN')
  // By its name, also where it can have none.
  await expect(rowOf(page, 'MY_PGPASSWORD')).toContainText('It is an alias itself')
  await expect(
    rowOf(page, 'MY_PGPASSWORD').getByRole('cell', { name: 'PGPASSWORD', exact: true }),
  ).toBeVisible()
  await create.click()
  await expect(heading(page, '1 created')).toBeVisible()
})

test('“Bulk” in the bar begins anew: what was selected for deletion before waits there', async ({
  page,
}) => {
  await page.goto(projectPath)
  for (const key of ['PGPASSWORD', 'SENTRY_DSN']) await tick(page, key).click()
  await press(page, 'Delete')
  await expect(heading(page, 'Delete many secrets at once')).toBeVisible()
  const pages = page.getByRole('navigation', { name: 'Pages' })
  await pages.getByRole('link', { name: 'History' }).click()
  await pages.getByRole('link', { name: 'Bulk' }).click()
  await expect(heading(page, 'Many aliases at once')).toBeVisible()
  const { aliases, button, plan } = bulkPage(page)
  await expect(aliases).toBeVisible()
  await expect(plan).toHaveCount(0)
  await expect(heading(page, '2 chosen rows wait')).toBeVisible()
  await expectNoAxeViolations(page)
  await button('Show their plan').press('Enter')
  await expect(rowOf(page, 'PGPASSWORD')).toBeVisible()
  await expect(heading(page, 'Plan')).toBeFocused()
  await page.goBack()
  await pages.getByRole('link', { name: 'Bulk' }).click()
  await button('Drop them').press('Enter')
  await expect(heading(page, '2 chosen rows wait')).toHaveCount(0)
  await expect(heading(page, 'Many aliases at once')).toBeFocused()
  await page.reload()
  await expect(aliases).toBeVisible()
  await expect(heading(page, '2 chosen rows wait')).toHaveCount(0)
})

test('what is typed for selected rows is there again after a walk elsewhere', async ({ page }) => {
  await page.goto(projectPath)
  await tick(page, 'PGPASSWORD').click()
  await press(page, 'Edit descriptions')
  await page.getByRole('textbox', { name: /^Description of all/ }).fill('written before the walk')
  await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Bulk' }).click()
  await bulkPage(page).button('Show their plan').click()
  await expect(page.getByRole('textbox', { name: /^Description of all/ })).toHaveValue(
    'written before the walk',
  )
})

test('what is shown is saved as CSV', async ({ page }) => {
  await page.goto(`${projectPath}?type=ALIAS`)
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download CSV' }).click(),
  ])
  expect(file.suggestedFilename()).toMatch(/^payments-[\d-]+\.csv$/)
  const lines = String(await readFile(await file.path())).split('\r\n')
  expect(lines[0]).toMatch(/^\uFEFFkey,points_at,/)
  expect(lines.slice(1).map((line) => line.split(',').slice(0, 2))).toContainEqual([
    'PGPASSWORD',
    'DB_MASTER_PASSWORD',
  ])
  expect(lines).toHaveLength(5)
  await test.step('and so is what is selected, alone', async () => {
    await tick(page, 'PGPASSWORD').click()
    const [chosen] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Save as CSV' }).click(),
    ])
    const rows = String(await readFile(await chosen.path()))
      .trimEnd()
      .split('\r\n')
    expect(rows.map((each) => each.split(',')[0])).toEqual(['\uFEFFkey', 'PGPASSWORD'])
  })
})

test('the list with selected rows is in nobody’s way in either theme', async ({ page }) => {
  await page.goto(projectPath)
  await tick(page, 'PGPASSWORD').click()
  await expectNoAxeViolationsInBothThemes(page)
  await page.setViewportSize({ width: 320, height: 568 })
  expect(await sideways(page)).toBe(0)
  await expectNoAxeViolationsInBothThemes(page)
})
