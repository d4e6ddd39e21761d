import { expect, type Page } from 'playwright/test'
import { bulkPage, planBulk, putText, rowOf } from '../pages/bulk-page'
import { startSecret, test, type Testbed } from '../servers/live-console'
import { enterToken } from '../pages/live-page'
import { seededRandom } from './seeded-random'
import { cutBody, hang, reset } from '../servers/upstream/broken-connections'
import type { Answer } from '../servers/upstream/fault'
import { projectId } from '../servers/upstream/model'
import { busy, failure, forbidden, notFound, unauthorized } from '../servers/upstream/refusals'

const operation = 'createProjectSecretAlias'
const count = 1000
const keys = Array.from({ length: count }, (_, index) => `FAULTY_${index}`)
const text = keys.map((key) => `${key}=DB_MASTER_PASSWORD`).join('\n')
const path = `/project/${projectId}/bulk`

// Five in a hundred, mixed; a hang takes the server's 30 s of real time, so there are only a few.
const hangs = [
  { answer: hang, commit: true, times: 1 },
  { answer: hang, commit: false, times: 1 },
]
const mix: { answer: Answer; commit: boolean; times: number }[] = [
  { answer: reset, commit: false, times: 12 },
  { answer: reset, commit: true, times: 10 },
  { answer: failure(500), commit: true, times: 10 },
  { answer: failure(502), commit: false, times: 10 },
  { answer: cutBody, commit: true, times: 6 },
]

const planFaults = ({ upstream }: Testbed, seed: number, faults = mix) => {
  const random = seededRandom(seed)
  const left = [...keys]
  let lost = 0
  for (const { answer, commit, times } of faults) {
    for (let each = 0; each < times; each += 1) {
      // Those that hang are the first, and so wait at the same time.
      const at = answer === hang ? 0 : Math.floor(random() * left.length)
      const [key = ''] = left.splice(at, 1)
      upstream.fault({ operation, key, answer, commit })
      if (!commit) lost += 1
    }
  }
  upstream.fault({ operation, nth: 450, answer: busy(429, '300') })
  return { retried: lost + 1 }
}

/** Lets time run fast where nothing moves and no call is under way: a call's 30 s are the server's, too. */
const hurry = async (page: Page, seen: string) => {
  const { results } = bulkPage(page)
  const now = (await results.textContent({ timeout: 1000 }).catch(() => null)) ?? ''
  if (now === seen && !now.includes('sending')) {
    // Somebody is there: a page that lies idle for 15 minutes forgets its token.
    await page.keyboard.press('Shift')
    await page.clock.fastForward(60_000)
  }
  return now
}

const runToReport = async (page: Page) => {
  let seen = ''
  await expect(async () => {
    seen = await hurry(page, seen)
    await expect(bulkPage(page).report).toBeVisible({ timeout: 400 })
  }).toPass({ timeout: 240_000, intervals: [0] })
}

const postsOf = ({ upstream }: Testbed) =>
  upstream.requests.filter((request) => request.operation === operation).length

const expectEveryAliasOnce = async (page: Page, { upstream }: Testbed) => {
  const made = upstream.aliases()
  expect(made.map(({ key }) => key).toSorted()).toEqual(keys.toSorted())
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    bulkPage(page).button('Report as JSON').click(),
  ])
  const stream = await download.createReadStream()
  let report = ''
  for await (const bytes of stream) report += String(bytes)
  const { rows }: { rows: { alias: string; id: string }[] } = JSON.parse(report)
  const idOf = new Map(made.map(({ key, id }) => [key, id]))
  expect(rows.filter(({ alias, id }) => idOf.get(alias) !== id)).toEqual([])
  expect(rows).toHaveLength(count)
}

test('1,000 rows and 5 % of mixed faults end as exactly 1,000 aliases, and a second run sends none', async ({
  page,
  pageGuard,
  testbeds,
}) => {
  test.setTimeout(300_000)
  const { live } = testbeds
  pageGuard.allowFailedLoads()
  await page.clock.install()
  const { retried } = planFaults(live, 5, [...hangs, ...mix])
  await page.goto(live.server.url + path)
  await enterToken(page)
  const bulk = bulkPage(page)
  await putText(bulk.aliases, text)
  await bulk.makePlan.click()
  await bulk.create.click()
  await runToReport(page)
  await expectEveryAliasOnce(page, live)
  expect(postsOf(live)).toBe(count + retried)

  await bulk.button('Start another').click()
  await putText(bulk.aliases, text)
  await bulk.makePlan.click()
  await expect(bulk.verdicts).toHaveText('1,000 already there')
  expect(postsOf(live)).toBe(count + retried)
})

test('reloads and killed servers at random instants change nothing of that', async ({
  page,
  pageGuard,
  testbeds,
}) => {
  test.setTimeout(300_000)
  const { held } = testbeds
  pageGuard.allowFailedLoads()
  await page.clock.install()
  const random = seededRandom(7)
  planFaults(held, 11)
  const bulk = await planBulk(page, `${held.server.url}${path}#start=${startSecret}`, text)
  await bulk.create.click()
  for (const interruption of ['reload', 'kill', 'reload', 'kill']) {
    const until = postsOf(held) + 20 + Math.floor(random() * 130)
    let seen = ''
    await expect(async () => {
      if (postsOf(held) < until) seen = await hurry(page, seen)
      expect(postsOf(held)).toBeGreaterThanOrEqual(until)
    }).toPass({ timeout: 100_000, intervals: [150] })
    if (interruption === 'reload') await page.reload()
    else {
      await held.server.kill9()
      await held.server.restart()
    }
  }
  await runToReport(page)
  const again = bulk.button(/^Retry \d+ rows?$/)
  if (await again.isVisible()) {
    await again.click()
    await expect(again).toBeHidden()
    await runToReport(page)
  }
  await expectEveryAliasOnce(page, held)
})

/** Signs in, and makes a plan of so many rows. */
const planLive = async (page: Page, { server }: Testbed, rows: number) => {
  await page.goto(server.url + path)
  await enterToken(page)
  const bulk = bulkPage(page)
  await bulk.aliases.fill(
    keys
      .slice(0, rows)
      .map((key) => `${key}=DB_MASTER_PASSWORD`)
      .join('\n'),
  )
  await bulk.makePlan.click()
  return bulk
}

test('a token that is refused half way pauses the job once, and another one lets it go on', async ({
  page,
  pageGuard,
  testbeds,
}) => {
  const { live } = testbeds
  pageGuard.allowFailedLoads()
  live.upstream.fault({ operation, nth: 10, times: 3, answer: unauthorized })
  const bulk = await planLive(page, live, 30)
  // All three are on their way before the first is answered: one that came later would ask for a token once more.
  live.upstream.delay = 100
  await bulk.create.click()
  await expect(page.getByRole('heading', { name: 'The job waits for a token' })).toBeVisible()
  await expect(page.getByText(/refused the last calls, at \d\d:\d\d:\d\d: /)).toBeVisible()
  await expect(page.getByLabel('API token')).toBeFocused()
  await enterToken(page)
  await expect(page.getByRole('heading', { name: '30 created', exact: true })).toBeVisible()
  expect(live.upstream.aliases()).toHaveLength(30)
  expect(postsOf(live)).toBe(33)
})

test('a job goes on where its page is loaded again without a token, once one is given on any page', async ({
  page,
  pageGuard,
  testbeds,
}) => {
  const { live } = testbeds
  pageGuard.allowFailedLoads()
  const bulk = await planLive(page, live, 60)
  live.upstream.delay = 200
  await bulk.create.click()
  await expect.poll(() => postsOf(live)).toBeGreaterThan(4)
  await page
    .getByRole('navigation', { name: 'Pages' })
    .getByRole('link', { name: 'History' })
    .click()
  await page.reload()
  await enterToken(page)
  live.upstream.delay = 0
  await expect(page.getByRole('heading', { name: 'Bulk job ended: 60 created' })).toBeVisible({
    timeout: 30_000,
  })
  expect(live.upstream.aliases()).toHaveLength(60)
})

/** A short job that is under way, with a call every so often. */
const startShortJob = async (page: Page, { server, upstream }: Testbed) => {
  upstream.delay = 40
  const address = `${server.url}${path}#start=${startSecret}`
  const bulk = await planBulk(page, address, text.split('\n').slice(0, 60).join('\n'))
  await bulk.create.click()
  await expect.poll(() => upstream.aliases().length).toBeGreaterThan(8)
  return bulk
}

const expectSixtyOnce = async (page: Page, { upstream }: Testbed) => {
  await expect(page.getByRole('heading', { name: '60 created', exact: true })).toBeVisible({
    timeout: 100_000,
  })
  const made = upstream.aliases().map(({ key }) => key)
  expect(made.toSorted()).toEqual(keys.slice(0, 60).toSorted())
}

test('a lost network is waited out, and the job goes on by itself', async ({
  page,
  context,
  pageGuard,
  testbeds,
}) => {
  test.setTimeout(150_000)
  const { held } = testbeds
  pageGuard.allowFailedLoads()
  await page.clock.install()
  await startShortJob(page, held)
  await context.setOffline(true)
  await expect(page.getByRole('heading', { name: 'Nobody answers' })).toBeVisible()
  const sent = postsOf(held)
  await context.setOffline(false)
  await runToReport(page)
  await expectSixtyOnce(page, held)
  expect(sent).toBeLessThan(60)
})

test('a tab that crashed leaves a journal, from which another one goes on', async ({
  page,
  context,
  testbeds,
}) => {
  test.setTimeout(150_000)
  const { held } = testbeds
  await startShortJob(page, held)
  const crashed = page.waitForEvent('crash')
  const session = await context.newCDPSession(page)
  void session.send('Page.crash').catch(() => undefined)
  await crashed
  const other = await context.newPage()
  await other.goto(`${held.server.url}${path}#start=${startSecret}`)
  await expect(other.getByRole('heading', { name: 'This job was interrupted' })).toBeVisible()
  await expect(other.getByText('going on reads the project’s list first')).toBeVisible()
  const sent = postsOf(held)
  await bulkPage(other).button('Go on with this job').click()
  await expectSixtyOnce(other, held)
  expect(sent).toBeLessThan(60)
})

test('refused rows are told why, and can be sent again alone and at once', async ({
  page,
  pageGuard,
  testbeds,
}) => {
  const { held } = testbeds
  pageGuard.allowFailedLoads()
  held.upstream.fault({ operation, key: 'FAULTY_1', answer: forbidden })
  // The server keeps this one, and repeats it to the same submission.
  held.upstream.fault({ operation, key: 'FAULTY_2', answer: notFound })
  const address = `${held.server.url}${path}#start=${startSecret}`
  const bulk = await planBulk(page, address, text.split('\n').slice(0, 3).join('\n'))
  await bulk.create.click()
  await bulk.report.waitFor()
  await expect(rowOf(page, 'FAULTY_1')).toContainText('refused')
  await expect(rowOf(page, 'FAULTY_1')).toContainText('not found, or this token may not')
  await expect(rowOf(page, 'FAULTY_2')).toContainText('knows no such secret')
  expect(postsOf(held)).toBe(3)
  await bulk.button('Retry 2 rows').click()
  await expect(page.getByRole('heading', { name: '3 created', exact: true })).toBeVisible()
  expect(postsOf(held)).toBe(5)
})

test('an undo whose outcome is not known is gone on with, and makes nothing again', async ({
  page,
  pageGuard,
  testbeds,
}) => {
  const { held } = testbeds
  pageGuard.allowFailedLoads()
  await page.clock.install()
  const address = `${held.server.url}${path}#start=${startSecret}`
  const bulk = await planBulk(page, address, text.split('\n').slice(0, 3).join('\n'))
  await bulk.create.click()
  await bulk.report.waitFor()
  held.upstream.fault({ operation: 'deleteProjectSecret', answer: reset })
  // The first one is the reading before anything is deleted.
  held.upstream.fault({ operation: 'listProjectSecrets', nth: 2, times: 6, answer: forbidden })
  await bulk.button('Undo this job').click()
  await bulk.button('Delete them').click()
  await expect(bulk.report).toBeHidden()
  await runToReport(page)
  await expect(page.getByRole('heading', { name: '2 deleted', exact: true })).toBeVisible()
  await expect(page.getByText('its alias may or may not exist')).toBeVisible()
  await expect(bulk.button(/^Retry/)).toHaveCount(0)
  expect(held.upstream.aliases()).toHaveLength(1)
  await page.reload()
  await bulk.button('Go on with the undo').click()
  await expect(bulk.report).toBeHidden()
  await runToReport(page)
  await expect(page.getByRole('heading', { name: '3 deleted', exact: true })).toBeVisible()
  await expect(page.getByText('None of this job’s aliases is left.')).toBeVisible()
  expect(held.upstream.aliases()).toEqual([])
  expect(postsOf(held)).toBe(3)
})

test('an undo that was interrupted reads the list before it deletes', async ({
  page,
  context,
  testbeds,
}) => {
  test.setTimeout(150_000)
  const { held } = testbeds
  const { upstream } = held
  const address = `${held.server.url}${path}#start=${startSecret}`
  const bulk = await planBulk(page, address, text.split('\n').slice(0, 60).join('\n'))
  await bulk.create.click()
  await bulk.report.waitFor()
  upstream.delay = 100
  await bulk.button('Undo this job').click()
  await bulk.button('Delete them').click()
  await expect.poll(() => upstream.aliases().length).toBeLessThan(55)
  await page.close()

  const [last] = upstream.aliases().slice(-1)
  if (last === undefined) throw new Error('The undo was over before it was interrupted.')
  upstream.model.secrets = upstream.model.secrets.map((secret) =>
    secret.id === last.id ? { ...secret, description: 'Somebody needs this' } : secret,
  )
  const other = await context.newPage()
  await other.clock.install()
  await other.goto(address)
  await expect(other.getByRole('heading', { name: 'This undo was interrupted' })).toBeVisible()
  await bulkPage(other).button('Go on with the undo').click()
  await expect(bulkPage(other).report).toBeHidden()
  await runToReport(other)
  await expect(other.getByRole('heading', { name: '59 deleted', exact: true })).toBeVisible()
  await other.getByLabel('Rows of Results').focus()
  // The rows are measured as they come into sight: the end moves on.
  await expect(async () => {
    await other.keyboard.press('End')
    const row = rowOf(other, last.key)
    await expect(row).toContainText('not deletedSomebody changed it since', { timeout: 1000 })
  }).toPass()
  expect(upstream.aliases().map(({ key }) => key)).toEqual([last.key])
})
