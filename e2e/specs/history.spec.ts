import { expect, type Page } from 'playwright/test'
import { createAlias, projectPath } from '../pages/alias-form'
import { expectNoAxeViolations, expectNoAxeViolationsInBothThemes } from '../pages/axe'
import { planBulk } from '../pages/bulk-page'
import { sideways } from '../pages/sideways'
import { test } from '../servers/console'

const heading = (page: Page, name: string) => page.getByRole('main').getByRole('heading', { name })
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const entries = (page: Page) =>
  page.getByRole('list', { name: 'Operations of this browser' }).getByRole('article')
const undo = (page: Page, key: string) =>
  page.getByRole('article').getByRole('button', { name: `Undo: ${key}` })

/** Opens the page of a secret from its project's list. */
const openSecret = async (page: Page, key: string) => {
  await page.goto(`${projectPath}?q=${key}`)
  await page.getByRole('treegrid').getByRole('link', { name: key, exact: true }).click()
  await expect(page).toHaveURL(/\/secret\//)
}

test('what can be taken back is taken back from where it is told, and what cannot says why', async ({
  page,
}) => {
  await test.step('an edit, a re-pointing and a deletion of an alias are taken back from where they are told', async () => {
    await openSecret(page, 'PGPASSWORD')
    await button(page, 'Edit').click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('textbox', { name: 'Key' }).fill('PG_RENAMED')
    await dialog.getByRole('button', { name: 'Save' }).click()
    await expect(heading(page, 'PG_RENAMED was saved')).toBeFocused()
    await button(page, 'Undo').click()
    await expect(heading(page, 'PGPASSWORD was saved')).toBeFocused()
    await expect(heading(page, 'PG_RENAMED was saved')).toHaveCount(0)
    await expect(button(page, 'Undo')).toHaveCount(0)
    await button(page, 'Re-point').click()
    await dialog.getByRole('combobox', { name: 'New target' }).fill('SENTRY_DSN')
    await dialog.getByRole('button', { name: 'Re-point' }).click()
    await expect(heading(page, 'PGPASSWORD points at SENTRY_DSN')).toBeFocused()
    await button(page, 'Undo').click()
    await expect(heading(page, 'PGPASSWORD points at DB_MASTER_PASSWORD')).toBeFocused()
    await page.getByRole('link', { name: 'Open PGPASSWORD' }).click()
    await button(page, 'Delete').click()
    await expect(dialog).toContainText('It can be made again by Undo, with another ID.')
    await dialog.getByRole('button', { name: 'Delete' }).click()
    await expect(heading(page, 'PGPASSWORD was deleted')).toBeVisible()
    await button(page, 'Undo').click()
    await expect(heading(page, 'PGPASSWORD was created')).toBeVisible()
    await page.goto(`${projectPath}?q=PGPASSWORD`)
    await expect(page.getByRole('treegrid').getByRole('link', { name: 'PGPASSWORD' })).toBeVisible()
  })
  await test.step('a deleted secret is listed with the reason why nobody can make it again', async () => {
    await openSecret(page, 'WEBHOOK_SIGNING_SECRET')
    await button(page, 'Delete').click()
    await page.getByRole('dialog').getByLabel('Type its key').fill('WEBHOOK_SIGNING_SECRET')
    await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click()
    await expect(heading(page, 'WEBHOOK_SIGNING_SECRET was deleted')).toBeVisible()
    await expect(button(page, 'Undo')).toHaveCount(0)
    await page.goto('/history')
    await expect(entries(page).filter({ hasText: 'WEBHOOK_SIGNING_SECRET' })).toContainText(
      'No undo: Its value was never given out',
    )
    // What is listed is not told once more above.
    await page.waitForLoadState('networkidle')
    await expect(page.getByRole('list', { name: 'Operations', exact: true })).toHaveCount(0)
  })
})

test('what was done is listed with the newest first, in every tab and after a reload, and taken back from there', async ({
  page,
  context,
}) => {
  const form = await createAlias(page, 'LISTED_ONE')
  await expect(form.created).toContainText('LISTED_ONE')
  await openSecret(page, 'SENTRY_DSN')
  await button(page, 'Edit').click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox', { name: 'Description' }).fill('listed two')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(heading(page, 'SENTRY_DSN was saved')).toBeVisible()
  await page.getByRole('navigation').getByRole('link', { name: 'History' }).click()
  const names = () => entries(page).getByRole('heading').allInnerTexts()
  const both = ['SENTRY_DSN was saved', 'LISTED_ONE was created']
  await expect.poll(names).toEqual(both)
  await expect(entries(page).first()).toContainText('payments')
  await page.reload()
  await expect.poll(names).toEqual(both)
  const other = await context.newPage()
  await other.goto('/history')
  await expect(entries(other)).toHaveCount(2)
  await undo(page, 'LISTED_ONE').click()
  await expect(heading(page, 'LISTED_ONE was deleted').first()).toBeVisible()
  await expect(entries(page).filter({ hasText: 'LISTED_ONE was created' })).toContainText('Undone')
  await undo(page, 'SENTRY_DSN').click()
  await expect.poll(names).toHaveLength(4)
  // The other tab is told as well, and offers neither a second time.
  await expect(entries(other)).toHaveCount(4)
  await expect(other.getByText('Undone', { exact: true })).toHaveCount(2)
  await expect(other.getByRole('button', { name: /^Undo:/ })).toHaveCount(0)
  await other.close()
})

test('an undo far down the history keeps its place, and focus on what became of it', async ({
  page,
}) => {
  await page.setViewportSize({ width: 900, height: 500 })
  const form = await createAlias(page, 'DOWN_0')
  await expect(form.created).toContainText('DOWN_0')
  for (let nth = 1; nth < 8; nth += 1) {
    await form.key.fill(`DOWN_${nth}`)
    await form.create.click()
    await expect(form.created).toContainText(`DOWN_${nth}`)
  }
  await page.getByRole('navigation').getByRole('link', { name: 'History' }).click()
  await expect(entries(page)).toHaveCount(8)
  const entry = entries(page).filter({ hasText: 'DOWN_0 was created' })
  await undo(page, 'DOWN_0').focus()
  const before = (await entry.boundingBox())?.y ?? 0
  expect(await page.evaluate(() => scrollY)).toBeGreaterThan(100)
  await page.keyboard.press('Enter')
  await expect(entry.getByText('Undone', { exact: true })).toBeFocused()
  await expect(
    page
      .getByRole('list', { name: 'Just done' })
      .getByRole('heading', { name: 'DOWN_0 was deleted' }),
  ).toBeVisible()
  await expect(entries(page)).toHaveCount(9)
  await expect
    .poll(async () => Math.abs(((await entry.boundingBox())?.y ?? 0) - before))
    .toBeLessThan(8)
  await expectNoAxeViolations(page)
  await test.step('also when its notice is dismissed', async () => {
    await button(page, 'Dismiss').press('Enter')
    await expect(page.getByRole('list', { name: 'Just done' })).toHaveCount(0)
    await expect(entry.getByText('Undone', { exact: true })).toBeFocused()
    expect(await page.evaluate(() => scrollY)).toBeGreaterThan(100)
  })
})

test('the history is in nobody’s way in either theme, and cleared only after a question', async ({
  page,
}) => {
  await page.goto('/history')
  await expect(page.getByText('Nothing was changed from this browser so far.')).toBeVisible()
  await expectNoAxeViolationsInBothThemes(page)
  const form = await createAlias(page, 'LISTED')
  await expect(form.created).toContainText('LISTED')
  await page.goto('/history')
  await expect(entries(page)).toHaveCount(1)
  await expectNoAxeViolationsInBothThemes(page)
  await page.setViewportSize({ width: 320, height: 568 })
  expect(await sideways(page)).toBe(0)
  await button(page, 'Clear history').click()
  const dialog = page.getByRole('dialog', { name: 'Clear the history of this browser?' })
  await expect(dialog.getByRole('button', { name: 'Cancel' })).toBeFocused()
  await expectNoAxeViolationsInBothThemes(page)
  await dialog.getByRole('button', { name: 'Clear history' }).click()
  await expect(page.getByText('Nothing was changed from this browser so far.')).toBeVisible()
})

test('bulk jobs are listed with the way to their report and its Undo', async ({ page }) => {
  const bulk = await planBulk(page, `${projectPath}/bulk`, 'JOB_A=TLS_BUNDLE\nJOB_B=TLS_BUNDLE')
  await bulk.create.click()
  await bulk.report.waitFor()
  await page.getByRole('link', { name: 'History', exact: true }).click()
  const jobs = page.getByRole('region', { name: 'Bulk jobs' })
  await expect(jobs.getByRole('listitem')).toHaveText(
    /Aliases created in payments.*2 created of 2 rows.*ended/,
  )
  await expectNoAxeViolationsInBothThemes(page)
  await jobs.getByRole('link', { name: 'Report and Undo' }).click()
  await bulk.button('Undo this job').click()
  await bulk.button('Delete them').click()
  await expect(page.getByRole('heading', { name: '2 deleted', exact: true })).toBeVisible()
  await page.getByRole('link', { name: 'History', exact: true }).click()
  await expect(jobs.getByRole('listitem')).toHaveText(
    /Aliases created, with their undo, in payments/,
  )
})
