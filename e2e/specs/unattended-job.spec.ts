import { expect, type Page } from 'playwright/test'
import { expectNoAxeViolations } from '../pages/axe'
import { bulkPage, putText } from '../pages/bulk-page'
import { test } from '../servers/live-console'
import { enterToken } from '../pages/live-page'
import { projectId } from '../servers/upstream/model'
import { busy } from '../servers/upstream/refusals'

const path = `/project/${projectId}/bulk`
const lines = (count: number) =>
  Array.from({ length: count }, (_, at) => `ALONE_${at}=DB_MASTER_PASSWORD`).join('\n')
const signOut = (page: Page) => page.getByRole('button', { name: 'Sign out' })
const alone = /Nobody has to stay: the token is kept while the job runs/

/** Lets so many minutes pass, one by one, as a page lives through them that nobody touches. */
const leaveAlone = async (page: Page, minutes: number) => {
  for (let minute = 0; minute < minutes; minute += 1) await page.clock.fastForward(60_000)
}

test('a job that waits an hour with nobody there goes on by itself, and is reported', async ({
  page,
  testbeds,
  pageGuard,
}) => {
  const { server, upstream } = testbeds.live
  pageGuard.allowFailedLoads()
  await page.clock.install()
  await page.goto(`${server.url}${path}`)
  await enterToken(page)
  upstream.fault({
    operation: 'createProjectSecretAlias',
    nth: 3,
    times: 2,
    answer: busy(429, '3600'),
  })
  await bulkPage(page).aliases.fill(lines(12))
  await bulkPage(page).makePlan.click()
  await expect(
    page.getByText('14 requests, less than a minute at Qovery’s 1,000 an hour.'),
  ).toBeVisible()
  // A job of seconds needs nobody anyway.
  await expect(page.getByText(alone)).toHaveCount(0)
  await bulkPage(page).create.click()
  await expect(page.getByText('asks to wait')).toBeVisible()
  await expect(page.getByText(alone)).toBeVisible()
  await expectNoAxeViolations(page)
  await leaveAlone(page, 50)
  await expect(signOut(page)).toBeVisible()
  await expect(page.getByText('will be forgotten')).toHaveCount(0)
  await expect(async () => {
    // On a busy machine the two refusals come one by one: an hour for each. Once it is over, the token is forgotten soon.
    await leaveAlone(page, 5)
    await expect(page.getByRole('heading', { name: /^12 created/ })).toBeVisible({ timeout: 500 })
  }).toPass({ intervals: [0] })
  await leaveAlone(page, 16)
  await expect(page.getByText('The token was forgotten')).toBeVisible()
})

test('a paused job keeps the token no longer than a page does', async ({
  page,
  testbeds,
  pageGuard,
}) => {
  const { server, upstream } = testbeds.live
  pageGuard.allowFailedLoads()
  await page.clock.install()
  await page.goto(`${server.url}${path}`)
  await enterToken(page)
  upstream.fault({ operation: 'createProjectSecretAlias', times: 4, answer: busy(429, '3600') })
  await bulkPage(page).aliases.fill(lines(12))
  await bulkPage(page).makePlan.click()
  await bulkPage(page).create.click()
  await expect(page.getByText('asks to wait')).toBeVisible()
  await bulkPage(page).button('Pause').click()
  await expect(page.getByText('Nothing is sent until you resume.')).toBeVisible()
  await leaveAlone(page, 14)
  await expect(page.getByText('The token will be forgotten in a minute')).toBeVisible()
  await leaveAlone(page, 2)
  await expect(page.getByText('The token was forgotten')).toBeVisible()
})

test('a plan that takes hours says beforehand what it needs', async ({ page, testbeds }) => {
  await page.goto(`${testbeds.live.server.url}${path}`)
  await enterToken(page)
  await putText(bulkPage(page).aliases, lines(1500))
  await bulkPage(page).makePlan.click()
  await expect(page.getByText('1,502 requests, about 1 h')).toBeVisible()
  await expect(page.getByText(alone)).toBeVisible()
})
