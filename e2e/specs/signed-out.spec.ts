import { expect, type Page } from 'playwright/test'
import { eachRow } from './rows'
import { bulkPage } from '../pages/bulk-page'
import { palette } from '../pages/palette'
import { test } from '../servers/live-console'
import { enterToken, openLiveForm } from '../pages/live-page'
import { projectId, valueSecretId } from '../servers/upstream/model'

const signOut = (page: Page) => page.getByRole('button', { name: 'Sign out' }).click()
const main = (page: Page) => page.getByRole('main')
const names = /LEFT_BEHIND|DB_MASTER_PASSWORD/

test('the report of a job shows no name after a sign-out, nor in a new tab, until a token is given', async ({
  page,
  context,
  testbeds,
}) => {
  const address = `${testbeds.live.server.url}/project/${projectId}/bulk`
  await page.goto(address)
  await enterToken(page)
  const bulk = bulkPage(page)
  await bulk.aliases.fill('LEFT_BEHIND=DB_MASTER_PASSWORD')
  await bulk.makePlan.click()
  await bulk.create.click()
  await expect(page.getByRole('heading', { name: '1 created', exact: true })).toBeVisible()
  await expect(main(page)).toContainText(names)
  await signOut(page)
  const other = await context.newPage()
  await other.goto(address)
  for (const each of [page, other]) {
    await expect(each.getByRole('heading', { name: '1 created', exact: true })).toBeVisible()
    await expect(each.getByText('The rows of this job are kept')).toBeVisible()
    await expect(main(each)).not.toContainText(names)
    await expect(each.getByRole('button', { name: /^Report as/ })).toHaveCount(0)
  }
  await enterToken(other)
  await expect(main(other)).toContainText('LEFT_BEHIND')
  await expect(other.getByRole('button', { name: 'Report as CSV' })).toBeVisible()
})

test('a plan shows none of its rows after a sign-out, unless one is being typed, and all with a token', async ({
  page,
  testbeds,
}) => {
  await page.goto(`${testbeds.live.server.url}/project/${projectId}/bulk`)
  await enterToken(page)
  const bulk = bulkPage(page)
  await bulk.aliases.fill(`LEFT_BEHIND=${valueSecretId}`)
  await bulk.makePlan.click()
  await expect(bulk.plan).toContainText('DB_MASTER_PASSWORD')
  await signOut(page)
  await expect(page.getByText('The rows of this plan are kept')).toBeVisible()
  await expect(main(page)).not.toContainText('DB_MASTER_PASSWORD')
  await enterToken(page)
  await bulk.button('Edit row 1').click()
  await page.getByLabel('Description of row 1').fill('typed')
  await signOut(page)
  await expect(page.getByLabel('Description of row 1')).toHaveValue('typed')
})

test('the alias that was just created goes from the screen with the token, and comes back with one', async ({
  page,
  testbeds,
}) => {
  const form = await openLiveForm(page, testbeds.live.server.url, 'LEFT_BEHIND')
  await form.create.click()
  await expect(form.created).toContainText('LEFT_BEHIND')
  await signOut(page)
  await expect(form.created).toHaveCount(0)
  await expect(main(page)).not.toContainText(names)
  await enterToken(page)
  await expect(form.created).toContainText('LEFT_BEHIND')
})

test('a project’s page shows no name of its list after a sign-out', async ({ page, testbeds }) => {
  await eachRow(
    ['', `/secret/${valueSecretId}`, '/bulk'],
    (path) => `/project/…${path}`,
    async (path) => {
      await page.goto(`${testbeds.live.server.url}/project/${projectId}${path}`)
      await enterToken(page)
      await page.getByText('payments').first().waitFor()
      await signOut(page)
      await expect(page.getByRole('region', { name: 'Token needed' })).toBeVisible()
      await expect(main(page)).not.toContainText(/DB_MASTER_PASSWORD|payments|TLS_BUNDLE/)
      await expect(page).not.toHaveTitle(/DB_MASTER_PASSWORD|payments/)
      await expect(page.getByRole('banner')).not.toContainText('Upstream Works')
    },
  )
})

test('what became of a change shows no name after a sign-out, and is told again with a token', async ({
  page,
  testbeds,
}) => {
  const { server, upstream } = testbeds.live
  const [secret] = upstream.model.secrets
  await page.goto(`${server.url}/project/${projectId}/secret/${secret?.id}`)
  await enterToken(page)
  await page.getByRole('button', { name: 'Edit' }).click()
  await page.getByRole('dialog').getByLabel('Description').fill('changed')
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
  const saved = page.getByRole('heading', { name: `${secret?.key} was saved` })
  await expect(saved).toBeVisible()
  await signOut(page)
  await expect(page.getByText('What became of 1 change is kept')).toBeVisible()
  await expect(main(page).getByRole('list', { name: 'Operations' })).toHaveCount(0)
  await enterToken(page)
  await expect(saved).toBeVisible()
})

test('nothing that was read is found by its name after a sign-out', async ({ page, testbeds }) => {
  await page.goto(`${testbeds.live.server.url}/project/${projectId}`)
  await enterToken(page)
  await page.getByText('payments').first().waitFor()
  const { open, box, option, dialog } = palette(page)
  await open()
  await box.fill('db_master')
  await expect(option(/^DB_MASTER_PASSWORD/)).toBeVisible()
  await box.fill('sign out')
  await page.keyboard.press('Enter')
  await open()
  await expect(dialog).toContainText('none so far')
  await expect(dialog).not.toContainText('payments')
  await box.fill('db_master')
  await expect(option(/./)).toHaveCount(0)
})
