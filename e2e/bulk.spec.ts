import { readFile } from 'node:fs/promises'
import { expect } from 'playwright/test'
import { exampleId, countPosts } from './alias-form'
import { expectNoAxeViolations } from './axe'
import { planBulk, rowOf, bulkPage } from './bulk-page'
import { test } from './console'

const address = `/project/${exampleId}/bulk`
const lines = (count: number) =>
  Array.from({ length: count }, (_, index) => `BULK_${index}=DB_MASTER_PASSWORD`).join('\n')

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme })
    test('input, plan, edited row, run and report have no axe violation', async ({ page }) => {
      await page.goto(address)
      const bulk = bulkPage(page)
      await bulk.aliases.waitFor()
      await expectNoAxeViolations(page)
      await page.getByLabel('Name secrets by a rule').check()
      await page.getByLabel('Pick all').check()
      await expectNoAxeViolations(page)
      await planBulk(page, address, `${lines(800)}\njunk\n1ST=DB_MASTER_PASSWORD`)
      await expectNoAxeViolations(page)
      await bulk.button('Edit row 1').click()
      await expectNoAxeViolations(page)
      await bulk.create.click()
      await bulk.button('Pause').click()
      await expectNoAxeViolations(page)
      await bulk.button('Cancel job').click()
      await bulk.report.waitFor()
      await bulk.button('Undo this job').click()
      await expectNoAxeViolations(page)
    })
  })
}

test('each row is told what will become of it, can be changed, and is made once', async ({
  page,
}) => {
  const posts = countPosts(page)
  const bulk = await planBulk(
    page,
    address,
    `${lines(3)}\nBULK_0=DB_MASTER_PASSWORD\n2ND=DB_MASTER_PASSWORD\nBAD KEY=DB_MASTER_PASSWORD\njunk`,
  )
  await expect(bulk.verdicts).toHaveText(/3 create.*1 duplicate.*1 to confirm.*2 invalid/)
  await bulk.button('Use 2ND anyway').click()
  await bulk.button('Edit row 6').click()
  await page.getByLabel('Alias of row 6').fill('GOOD_KEY')
  await page.keyboard.press('Enter')
  await expect(bulk.button('Edit row 6')).toBeFocused()
  await expect(bulk.create).toHaveText('Create 5 aliases')
  await bulk.create.click()
  await expect(page.getByRole('heading', { name: '5 created, 0 already there' })).toBeFocused()
  expect(posts).toHaveLength(5)
  await expect(rowOf(page, 'GOOD_KEY')).toContainText('created')
  await expect(rowOf(page, 'junk')).toContainText('left out')
})

for (const form of ['CSV', 'JSON']) {
  test(`a finished report in ${form}, read in again, sends nothing`, async ({ page }) => {
    const bulk = await planBulk(page, address, lines(4))
    await bulk.create.click()
    await bulk.report.waitFor()
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      bulk.button(`Report as ${form}`).click(),
    ])
    const posts = countPosts(page)
    await bulk.button('Start another').click()
    await bulk.aliases.fill(await readFile(await download.path(), 'utf8'))
    await bulk.makePlan.click()
    await expect(bulk.verdicts).toHaveText('4 already there')
    await expect(page.getByText('Nothing would be sent')).toBeVisible()
    expect(posts).toEqual([])
  })
}

test('the report stays through a reload, and its undo deletes what the job made', async ({
  page,
  request,
}) => {
  const bulk = await planBulk(page, address, lines(5))
  await bulk.create.click()
  await bulk.report.waitFor()
  await page.reload()
  await bulk.report.waitFor()
  await bulk.button('Undo this job').click()
  await bulk.button('Delete them').click()
  await expect(page.getByRole('heading', { name: '5 deleted again' })).toBeVisible()
  const list = await request.get(`/api/project/${exampleId}/secret`, {
    headers: { authorization: 'Token qov_sandbox' },
  })
  expect(await list.text()).not.toContain('BULK_')
})

test('many secrets are named by a rule, with the names seen before', async ({ page }) => {
  await page.goto(address)
  const bulk = bulkPage(page)
  await page.getByLabel('Name secrets by a rule').check()
  await page.getByLabel('Prefix').fill('APP_')
  await page.getByLabel('Replace').fill('MASTER')
  await page.getByLabel('With').fill('MAIN')
  await page.getByLabel('DB_MASTER_PASSWORD gets the alias APP_DB_MAIN_PASSWORD').check()
  await bulk.makePlan.click()
  await bulk.create.click()
  await bulk.report.waitFor()
  await expect(rowOf(page, 'APP_DB_MAIN_PASSWORD')).toContainText('created')
})

test('a second tab does not run the job that the first one runs', async ({ page, context }) => {
  const bulk = await planBulk(page, address, lines(250))
  await bulk.create.click()
  await bulk.button('Pause').click()
  const other = await context.newPage()
  const posts = countPosts(other)
  await other.goto(address)
  await other.getByRole('button', { name: 'Go on with this job' }).click()
  await expect(other.getByRole('heading', { name: 'Another tab runs this job' })).toBeVisible()
  await page.bringToFront()
  await bulk.button('Resume').click()
  await bulk.report.waitFor({ timeout: 20_000 })
  await other.getByRole('button', { name: 'Look again' }).click()
  await expect(other.getByRole('heading', { name: /^250 created/ })).toBeVisible()
  expect(posts).toEqual([])
})

test('the whole job is done by keyboard alone', async ({ page }) => {
  await page.goto('/bulk?choose')
  const bulk = bulkPage(page)
  const tabTo = async (locator: ReturnType<typeof bulk.button>) => {
    await locator.waitFor()
    await expect(async () => {
      await page.keyboard.press('Tab')
      await expect(locator).toBeFocused({ timeout: 50 })
    }).toPass({ intervals: [0] })
  }
  await tabTo(page.getByRole('textbox', { name: 'Project' }))
  await page.keyboard.type(exampleId)
  await page.keyboard.press('Enter')
  await tabTo(bulk.aliases)
  await page.keyboard.type('KEYBOARD_ONLY=DB_MASTER_PASSWORD')
  await tabTo(bulk.makePlan)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Plan' })).toBeFocused()
  await tabTo(bulk.create)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: /^1 created/ })).toBeFocused()
})
