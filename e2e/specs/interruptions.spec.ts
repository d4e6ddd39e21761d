import { expect, type Page } from 'playwright/test'
import { eachRow } from './rows'
import { aliasForm, countPosts, exampleId } from '../pages/alias-form'
import { expectNoAxeViolations } from '../pages/axe'
import { passTimeUntil } from '../pages/pass-time'
import { test } from '../servers/console'
import { freePort } from '../http/listen'
import { test as liveTest, type Testbed } from '../servers/live-console'
import { forgetAll } from '../pages/forget-all'
import { enterToken, openLiveForm } from '../pages/live-page'
import { hang, reset } from '../servers/upstream/broken-connections'
import { failure } from '../servers/upstream/refusals'
import { startUpstream } from '../servers/upstream/start-upstream'

const operation = 'createProjectSecretAlias'

liveTest(
  'a reload during the request still ends in one alias and the truth',
  async ({ page, pageGuard, testbeds }) => {
    pageGuard.allowFailedLoads()
    const { server, upstream } = testbeds.live
    const form = await openLiveForm(page, server.url)
    upstream.fault({ operation, commit: true, answer: hang })
    await form.create.click()
    await expect(async () => expect(upstream.aliases()).toHaveLength(1)).toPass()
    await page.reload()
    await expect(page.getByText('An earlier submission was cut off')).toBeVisible()
    await expectNoAxeViolations(page)
    await enterToken(page)
    await expect(form.result.getByRole('heading', { level: 2 })).toHaveText('FAULT_KEY created')
    expect(upstream.aliases()).toHaveLength(1)
    expect(upstream.requests.filter((request) => request.operation === operation)).toHaveLength(1)
  },
)

const unknownOutcomes: Record<string, (page: Page, live: Testbed) => Promise<void>> = {
  'an unknown outcome stays, survives a reload, and is settled once the list can be read': async (
    page,
    live,
  ) => {
    const { server, upstream } = live
    const form = await openLiveForm(page, server.url)
    upstream.fault({ operation, commit: true, answer: reset })
    upstream.fault({ operation: 'listProjectSecrets', times: 50, answer: failure(500) })
    await form.create.click()
    const unknown = page.getByRole('heading', { name: 'Outcome unknown' })
    await passTimeUntil(page, 5000, async () => {
      await expect(unknown).toBeFocused({ timeout: 300 })
    })
    await expect(form.key).toHaveValue('FAULT_KEY')
    await expectNoAxeViolations(page)
    await page.reload()
    await expect(page.getByText('An earlier submission was cut off')).toBeVisible()
    const before = upstream.aliases()
    upstream.reset()
    upstream.model.secrets.push(...before)
    await enterToken(page)
    await expect(form.result.getByRole('heading', { level: 2 })).toHaveText('FAULT_KEY created')
    expect(upstream.requests.filter((request) => request.operation === operation)).toHaveLength(0)
  },
  'an unknown outcome is still there after the next alias, and is settled on its own': async (
    page,
    live,
  ) => {
    const { server, upstream } = live
    const form = await openLiveForm(page, server.url)
    upstream.fault({ operation, commit: true, answer: reset })
    upstream.fault({ operation: 'listProjectSecrets', times: 5, answer: failure(500) })
    await form.create.click()
    await passTimeUntil(page, 5000, async () => {
      await expect(page.getByRole('heading', { name: 'Outcome unknown' })).toBeFocused({
        timeout: 300,
      })
    })
    await form.key.fill('NEXT_ONE')
    await form.create.click()
    await expect(form.created).toContainText('NEXT_ONE')
    const open = page.getByRole('heading', { name: 'An earlier outcome is unknown' })
    await expect(open).toBeVisible()
    await expect(page.getByText('Whether FAULT_KEY was created is not known yet')).toBeVisible()
    await expectNoAxeViolations(page)
    await page.getByRole('button', { name: 'Check again' }).click()
    await expect(page.getByRole('heading', { name: 'FAULT_KEY was created' })).toBeVisible()
    await expectNoAxeViolations(page)
    await expect(form.created).toContainText('NEXT_ONE')
    await page.getByRole('button', { name: 'Dismiss' }).click()
    await expect(page.getByRole('heading', { name: 'FAULT_KEY was created' })).toHaveCount(0)
    expect(upstream.requests.filter((request) => request.operation === operation)).toHaveLength(2)
    // Somebody has seen it by then.
    await page.clock.runFor(3000)
    await page.reload()
    await enterToken(page)
    await expect(form.project).toHaveValue('payments')
    await expect(page.getByText('An earlier')).toHaveCount(0)
  },
  'of two unknown outcomes a reload forgets neither': async (page, live) => {
    const { server, upstream } = live
    const form = await openLiveForm(page, server.url, 'FIRST_ONE')
    upstream.fault({ operation, times: 2, answer: reset })
    upstream.fault({ operation: 'listProjectSecrets', times: 50, answer: failure(500) })
    const unknown = page.getByRole('heading', { name: 'Outcome unknown' })
    for (const key of ['FIRST_ONE', 'SECOND_ONE']) {
      await form.key.fill(key)
      await form.create.click()
      await passTimeUntil(page, 5000, async () => {
        await expect(unknown).toBeFocused({ timeout: 300 })
        await expect(form.result.or(form.preview)).toContainText(key)
      })
    }
    await page.reload()
    await expect(page.getByText('Whether SECOND_ONE was created is not known yet')).toBeVisible()
    await expect(page.getByText('Whether FIRST_ONE was created is not known yet')).toBeVisible()
    upstream.reset()
    // Both are asked for as soon as anything can be asked.
    await enterToken(page)
    await passTimeUntil(page, 5000, async () => {
      await expect(page.getByText('FIRST_ONE is not in the project’s list')).toBeVisible({
        timeout: 300,
      })
    })
  },
}

liveTest(
  'an unknown outcome is kept until it is settled',
  async ({ page, pageGuard, testbeds }) => {
    pageGuard.allowFailedLoads()
    await page.clock.install()
    await eachRow(
      Object.entries(unknownOutcomes),
      ([guarantee]) => guarantee,
      async ([, holds]) => {
        await forgetAll(page, testbeds.live.server.url)
        testbeds.live.upstream.reset()
        await holds(page, testbeds.live)
      },
    )
  },
)

liveTest(
  'what another tab is at is neither forgotten nor asked for by the form, which says so',
  async ({ page, pageGuard, testbeds }) => {
    pageGuard.allowFailedLoads()
    const { server, upstream } = testbeds.live
    await page.clock.install()
    const form = await openLiveForm(page, server.url)
    upstream.fault({ operation, answer: reset })
    upstream.fault({ operation: 'listProjectSecrets', times: 50, answer: failure(500) })
    await form.create.click()
    const unknown = page.getByRole('heading', { name: 'Outcome unknown' })
    await passTimeUntil(page, 5000, async () => {
      await expect(unknown).toBeVisible({ timeout: 300 })
    })
    // As a browser answers whose other tab is at it.
    const giveLocks = (given: boolean) =>
      page.evaluate((isGiven) => {
        const request = (_: string, __: LockOptions, act: (lock: null) => unknown) =>
          Promise.resolve(act(null))
        const value = { request, query: () => Promise.resolve({ held: [] }) }
        if (isGiven) Reflect.deleteProperty(navigator, 'locks')
        else Object.defineProperty(navigator, 'locks', { value, configurable: true })
      }, given)
    const press = (name: string) => page.getByRole('button', { name }).click()
    await giveLocks(false)
    await press('Forget it')
    const notForgotten = page.getByText('Nothing was forgotten: it may be under way in another tab')
    await expect(notForgotten).toBeVisible()
    await expect(unknown).toBeVisible()
    await press('Check again')
    await expect(page.getByText('another change of this secret is under way')).toBeVisible()
    await expect(notForgotten).toHaveCount(0)
    await expectNoAxeViolations(page)
    // As soon as the other tab is gone it is this one's again.
    await giveLocks(true)
    const forget = page.getByRole('button', { name: 'Forget it' })
    await passTimeUntil(page, 2000, () => forget.click({ timeout: 2000 }))
    await expect(forget).toHaveCount(0)
    await expect(form.preview).toBeVisible()
    await expect(page.getByText('Nothing was')).toHaveCount(0)
  },
)

liveTest(
  'trying again after a lost POST sends the same submission, and makes one alias',
  async ({ page, pageGuard, testbeds }) => {
    pageGuard.allowFailedLoads()
    const { server, upstream } = testbeds.live
    await page.clock.install()
    const form = await openLiveForm(page, server.url)
    upstream.fault({ operation, answer: reset })
    const keys: (string | undefined)[] = []
    page.on('request', (request) => {
      if (request.method() === 'POST') keys.push(request.headers()['idempotency-key'])
    })
    await form.create.click()
    const again = page.getByRole('button', { name: 'Try again' })
    await passTimeUntil(page, 10_000, async () => {
      await expect(again).toBeVisible({ timeout: 300 })
    })
    await again.click()
    await expect(form.result.getByRole('heading', { level: 2 })).toHaveText('FAULT_KEY created')
    expect(upstream.aliases()).toHaveLength(1)
    expect(keys).toHaveLength(2)
    expect(new Set(keys).size).toBe(1)
  },
)

test('offline before the button: nothing is sent, and that is said', async ({
  page,
  context,
  pageGuard,
}) => {
  pageGuard.allowFailedLoads()
  await page.goto(`/?project=${exampleId}&secret=${exampleId}&key=OFFLINE`)
  const form = aliasForm(page)
  await expect(page.getByText('Free in this project')).toBeVisible()
  // All of the page's code is there; what is missing without it, other tests show.
  await page.waitForLoadState('networkidle')
  const posts = countPosts(page)
  await context.setOffline(true)
  await form.create.click()
  await expect(page.getByText(/Nothing was sent/)).toBeVisible()
  await expect(form.key).toHaveValue('OFFLINE')
  expect(posts).toHaveLength(0)
  await context.setOffline(false)
  await form.create.click()
  await expect(form.created).toContainText('OFFLINE')
})

test('a browser that calls itself offline still creates where the server is reached', async ({
  page,
}) => {
  // As on a machine without a network, whose own server answers all the same.
  await page.addInitScript(() =>
    Object.defineProperty(Navigator.prototype, 'onLine', { get: () => false }),
  )
  await page.goto(`/?project=${exampleId}&secret=${exampleId}&key=NO_NETWORK`)
  await aliasForm(page).create.click()
  await expect(aliasForm(page).created).toContainText('NO_NETWORK')
})

test('two tabs that send the same alias make one, and both are told the truth', async ({
  context,
  consoleServer,
  pageGuard,
}) => {
  pageGuard.allowFailedLoads()
  const address = `${consoleServer.url}/?project=${exampleId}&secret=${exampleId}&key=FROM_TWO_TABS`
  const tabs = await Promise.all([context.newPage(), context.newPage()])
  await Promise.all(tabs.map((tab) => tab.goto(address)))
  for (const tab of tabs) await expect(tab.getByText('Free in this project')).toBeVisible()
  await Promise.all(tabs.map((tab) => aliasForm(tab).create.click()))
  for (const tab of tabs) {
    // Which truth a tab tells depends on whether it had heard of the other's alias when it was pressed.
    const created = tab.getByRole('heading', { name: 'FROM_TWO_TABS created' })
    const existed = tab.getByText(/exist(s|ed) already/)
    await expect(created.or(existed).first()).toBeVisible()
  }
  const list = await context.request.get(`${consoleServer.url}/api/project/${exampleId}/secret`, {
    headers: { authorization: 'Token qov_sandbox' },
  })
  const { results } = await list.json()
  expect(results.filter(({ key }: { key: string }) => key === 'FROM_TWO_TABS')).toHaveLength(1)
})

test('back and forward during a request send nothing again', async ({ page, pageGuard }) => {
  pageGuard.allowFailedLoads()
  await page.goto('/project')
  await page.goto(`/?project=${exampleId}&secret=${exampleId}&key=SANDBOX_SLOW`)
  const posts = countPosts(page)
  await aliasForm(page).create.click()
  await expect(async () => expect(posts).toHaveLength(1)).toPass()
  await page.goBack()
  await page.goForward()
  await expect(aliasForm(page).result).toContainText('SANDBOX_SLOW created')
  expect(posts).toHaveLength(1)
})

liveTest(
  'an upstream that refuses connections got nothing, and that is said',
  async ({ page, pageGuard, testbeds }) => {
    pageGuard.allowFailedLoads()
    const upstream = await startUpstream(await freePort())
    await testbeds.live.server.restart({ QOVERY_API_URL: upstream.origin })
    const form = await openLiveForm(page, testbeds.live.server.url)
    await upstream.close()
    await form.create.click()
    await expect(
      page
        .getByRole('paragraph')
        .filter({ hasText: 'Nothing was sent: Qovery could not be reached.' }),
    ).toContainText('Nothing takes connections at the address of Qovery’s API (ECONNREFUSED).')
    await expect(form.key).toHaveValue('FAULT_KEY')
    await testbeds.live.server.restart()
  },
)

test('a sandbox page that meets a live server stops and says so', async ({
  page,
  consoleServer,
  pageGuard,
}) => {
  pageGuard.allowFailedLoads()
  const upstream = await startUpstream()
  await page.goto(`/?project=${exampleId}&secret=${exampleId}`)
  const form = aliasForm(page)
  await form.key.fill('MEANT_FOR_THE_SANDBOX')
  // What the page asks by itself has its answers: the press is the first to meet the other server.
  await page.waitForLoadState('networkidle')
  await consoleServer.restart({ QOVERY_API_URL: upstream.origin })
  await form.create.click()
  await expect(page.getByText('This page and its server do not belong together')).toBeVisible()
  await expectNoAxeViolations(page)
  expect(upstream.requests.filter(({ method }) => method === 'POST')).toHaveLength(0)
  await page.reload()
  await expect(form.key).toHaveValue('MEANT_FOR_THE_SANDBOX')
  await upstream.close()
})
