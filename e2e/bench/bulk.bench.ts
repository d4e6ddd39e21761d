import { expect, test, type Page } from 'playwright/test'
import { bulkPage } from '../pages/bulk-page'
import { startConsoleServer } from '../servers/console-server'
import { startUpstream } from '../servers/upstream/start-upstream'
import { projectId, valueSecretId } from '../servers/upstream/model'
import { typedToken } from '../servers/live-console'
import { enterToken } from '../pages/live-page'
import { report } from './report'

const count = 1000
const group = 'Bulk'
const path = `/project/${projectId}/bulk`

/** Milliseconds that the page's one thread was held up beyond 50 ms at a time, and the longest of these times. */
const watchBlocking = (page: Page) =>
  page.evaluate(() => {
    const blocked = { total: 0, longest: 0 }
    Reflect.set(window, 'blocked', blocked)
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) {
        blocked.total += duration - 50
        blocked.longest = Math.max(blocked.longest, duration)
      }
    }).observe({ type: 'longtask' })
  })
const blockingOf = (page: Page): Promise<{ total: number; longest: number }> =>
  page.evaluate(() => Reflect.get(window, 'blocked'))

const memoryOf = async (page: Page) => {
  const session = await page.context().newCDPSession(page)
  await session.send('HeapProfiler.collectGarbage')
  const { usedSize } = await session.send('Runtime.getHeapUsage')
  return usedSize / 1_000_000
}

/** Rows a second that the upstream takes from four callers with nothing in between. */
const upstreamAlone = async (origin: string) => {
  const began = performance.now()
  let next = 0
  const work = async () => {
    while (next < count) {
      next += 1
      const answer = await fetch(`${origin}/project/${projectId}/secret/${valueSecretId}/alias`, {
        method: 'POST',
        headers: { authorization: `Token ${typedToken}`, 'content-type': 'application/json' },
        body: JSON.stringify({ key: `ALONE_${next}` }),
      })
      await answer.text()
    }
  }
  await Promise.all(Array.from({ length: 4 }, work))
  return count / ((performance.now() - began) / 1000)
}

test('1,000 rows, beside what the upstream alone can take', async ({ page }) => {
  // As long as an answer of Qovery's takes at the very least: without it, the loopback would be compared with itself.
  for (const delay of [0, 100]) {
    const upstream = await startUpstream()
    upstream.delay = delay
    const server = await startConsoleServer({ QOVERY_API_URL: upstream.origin })
    const alone = await upstreamAlone(upstream.origin)
    upstream.reset()
    upstream.delay = delay
    await page.goto(server.url + path)
    await enterToken(page)
    const bulk = bulkPage(page)
    const text = Array.from({ length: count }, (_, index) => `BENCH_${index}=DB_MASTER_PASSWORD`)
    await bulk.aliases.fill(text.join('\n'))
    await bulk.makePlan.click()
    await bulk.create.waitFor()
    await watchBlocking(page)
    const before = await memoryOf(page)
    const began = performance.now()
    await bulk.create.click()
    await bulk.report.waitFor({ timeout: 120_000 })
    const own = count / ((performance.now() - began) / 1000)
    const { total, longest } = await blockingOf(page)
    expect(upstream.aliases()).toHaveLength(count)
    const answering = delay === 0 ? 'at once' : `after ${delay} ms`
    report({
      group,
      what: `rows a second, upstream answers ${answering}`,
      console: own.toFixed(0),
      against: `upstream alone ${alone.toFixed(0)}`,
      ratio: own / alone,
      ...(delay === 0 ? {} : { bar: '≥ 0.80' }),
    })
    report({
      group,
      what: `page held up while running (${answering})`,
      console: `${total.toFixed(0)} ms, longest ${longest.toFixed(0)} ms`,
    })
    report({
      group,
      what: `heap gained by a job (${answering})`,
      console: `${((await memoryOf(page)) - before).toFixed(1)} MB`,
    })
    await server.dispose()
    await upstream.close()
  }
})

test('10 MB and 100,000 rows', async ({ page }) => {
  const server = await startConsoleServer()
  await page.goto(`${server.url}/project/3c90c3cc-0d44-4b50-8888-8dd25736052a/bulk`)
  const rows = Array.from(
    { length: 100_000 },
    (_, index) => `LARGE_${index},DB_MASTER_PASSWORD,${'d'.repeat(60)}`,
  )
  const buffer = Buffer.from(`alias,source,description\n${rows.join('\n')}`)
  const bulk = bulkPage(page)
  await bulk.aliases.waitFor()
  await page
    .getByLabel('Files with aliases')
    .setInputFiles({ name: 'large.csv', mimeType: 'text/csv', buffer })
  await bulk.button('Remove file').waitFor()
  await watchBlocking(page)
  const began = performance.now()
  await bulk.makePlan.click()
  await bulk.plan.waitFor({ timeout: 60_000 })
  const { total, longest } = await blockingOf(page)
  const seconds = (performance.now() - began) / 1000
  report({
    group,
    what: `plan of 100,000 rows, ${(buffer.length / 1e6).toFixed(1)} MB`,
    console: `${seconds.toFixed(1)} s`,
  })
  report({
    group,
    what: 'page held up while planning',
    console: `${total.toFixed(0)} ms, longest ${longest.toFixed(0)} ms`,
  })
  report({ group, what: 'heap with the plan', console: `${(await memoryOf(page)).toFixed(0)} MB` })
  await server.dispose()
})
