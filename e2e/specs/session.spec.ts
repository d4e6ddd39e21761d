import { expect, type Page } from 'playwright/test'
import { aliasForm } from '../pages/alias-form'
import { engines } from '../browsers/any-engine'
import { expectNoAxeViolations } from '../pages/axe'
import { holdScripts } from '../pages/hold-scripts'
import { heldToken, startSecret, test, typedToken } from '../servers/live-console'
import { enterToken, openLiveForm } from '../pages/live-page'
import { sideways } from '../pages/sideways'
import type { PageGuard } from '../browsers/page-guard'
import { startConsoleServer } from '../servers/console-server'
import { startUpstream } from '../servers/upstream/start-upstream'
import { unauthorized } from '../servers/upstream/refusals'

/** Everything a page keeps or shows: storages, address, markup with all attributes, what fields hold. */
const everythingOn = (page: Page) =>
  page.evaluate(async () =>
    JSON.stringify({
      local: Object.entries(localStorage),
      session: Object.entries(sessionStorage),
      cookies: document.cookie,
      databases: await indexedDB.databases(),
      caches: await caches.keys(),
      address: location.href,
      state: history.state,
      title: document.title,
      markup: document.documentElement.outerHTML,
      fields: [...document.querySelectorAll('input, textarea')].map((field) =>
        'value' in field ? field.value : '',
      ),
    }),
  )

test(
  'a typed token is in no storage, address, attribute, text, answer or log',
  engines,
  async ({ page, testbeds }) => {
    const { server } = testbeds.live
    const answers: Promise<string>[] = []
    page.on('response', (response) => {
      answers.push(
        response.text().then(
          (text) => text + JSON.stringify(response.headers()),
          () => '',
        ),
      )
    })
    const form = await openLiveForm(page, server.url, 'WITH_A_TOKEN')
    expect(await everythingOn(page)).not.toContain(typedToken)
    await form.create.click()
    await expect(form.created).toContainText('WITH_A_TOKEN')
    expect(await everythingOn(page)).not.toContain(typedToken)
    expect((await Promise.all(answers)).join('\n')).not.toContain(typedToken)
    expect(server.output.stdout + server.output.stderr).not.toContain(typedToken)
  },
)

test('the bar and the title say live, where, and whose, once the token is accepted', async ({
  page,
  testbeds,
}) => {
  const { server, upstream } = testbeds.live
  await page.goto(server.url)
  await expect(page).toHaveTitle('Create an alias · Live · Alias Console')
  const bar = page.getByRole('banner')
  await expect(bar).toContainText(`Live · ${new URL(upstream.origin).host}`)
  await expectNoAxeViolations(page)
  await test.step('no heading comes before the page’s own, and how a token is kept is said where it is asked for', async () => {
    const panel = page.getByRole('region', { name: 'Connect to Qovery' })
    await expect(panel).toContainText('QOVERY_API_TOKEN')
    await expect(page.getByRole('heading').first()).toHaveText('Create an alias')
  })
  await enterToken(page)
  await expect(bar).toContainText('Upstream Works')
  await test.step('that a token was taken is seen and read out, until the page is left', async () => {
    const connected = page
      .getByRole('paragraph')
      .filter({ hasText: 'Connected to Qovery: Upstream Works' })
    await expect(connected).toBeFocused()
    await expectNoAxeViolations(page)
    await page.setViewportSize({ width: 320, height: 640 })
    // Three lines that a finger can press, and their padding.
    expect((await bar.boundingBox())?.height).toBeLessThan(145)
    expect(await sideways(page)).toBe(0)
    await bar.getByRole('link', { name: 'History' }).click()
    await expect(connected).toHaveCount(0)
  })
})

test(
  'a token of the wrong shape goes nowhere, and a refused one is not kept',
  engines,
  async ({ page, pageGuard, testbeds }) => {
    pageGuard.expectConsoleMessages(/401/)
    const { server, upstream } = testbeds.live
    await page.goto(server.url)
    const box = page.getByLabel('API token')
    const use = page.getByRole('button', { name: 'Use this token' })
    const below = page.getByRole('heading', { name: 'Create an alias' })
    const place = await below.boundingBox()
    await box.fill('two words')
    await use.click()
    await expect(box).toHaveAccessibleDescription(/no spaces/)
    expect(await below.boundingBox()).toEqual(place)
    expect(upstream.requests).toHaveLength(0)
    upstream.fault({ operation: 'listOrganizations', answer: unauthorized })
    await box.fill(typedToken)
    await use.click()
    await expect(box).toHaveAccessibleDescription(/did not accept this token/)
    await expect(box).toBeFocused()
    await expectNoAxeViolations(page)
    await page.getByRole('button', { name: 'Create alias' }).click()
    expect(upstream.requests).toHaveLength(1)
  },
)

test('a token typed before the script arrives is kept, and nothing takes it until then', async ({
  page,
  testbeds,
}) => {
  const { server, upstream } = testbeds.live
  const letScriptsCome = await holdScripts(page)
  await page.goto(server.url, { waitUntil: 'commit' })
  const box = page.getByLabel('API token')
  const use = page.getByRole('button', { name: 'Use this token' })
  await box.fill(typedToken)
  await expect(use).toBeDisabled()
  await use.click({ force: true })
  await box.press('Enter')
  letScriptsCome()
  await expect(use).toBeEnabled()
  await expect(box).toHaveValue(typedToken)
  await expect(box).toBeFocused()
  expect(new URL(page.url()).search).toBe('')
  expect(upstream.requests).toHaveLength(0)
  await box.press('Enter')
  await expect(page.getByRole('banner')).toContainText('Upstream Works')
})

test(
  'a reload and a sign-out forget the token and keep the draft',
  engines,
  async ({ page, testbeds }) => {
    const form = await openLiveForm(page, testbeds.live.server.url, 'STILL_HERE')
    await page.reload()
    await expect(page.getByLabel('API token')).toHaveValue('')
    await expect(form.key).toHaveValue('STILL_HERE')
    await enterToken(page)
    await page.getByRole('button', { name: 'Sign out' }).click()
    await expect(page.getByLabel('API token')).toBeFocused()
    await expect(form.key).toHaveValue('STILL_HERE')
    const seen = testbeds.live.upstream.requests.length
    await form.create.click()
    await expect(page.getByText('Nothing was sent: there is no token yet')).toBeInViewport()
    await expect(page.getByLabel('API token')).toHaveAccessibleDescription(/Nothing was sent/)
    expect(testbeds.live.upstream.requests).toHaveLength(seen)
  },
)

test('fifteen idle minutes forget the token, and a key keeps it', async ({ page, testbeds }) => {
  await page.clock.install()
  const form = await openLiveForm(page, testbeds.live.server.url, 'LEFT_ALONE')
  const warning = page.getByText('The token will be forgotten in a minute')
  const forgotten = page.getByText('forgotten after 15 minutes')
  const signOut = page.getByRole('button', { name: 'Sign out' })

  await test.step('a key in the last minute keeps the token', async () => {
    await page.clock.fastForward(14 * 60_000 + 2000)
    await page.keyboard.press('Shift')
    await expect(warning).toBeHidden()
    await page.clock.fastForward(2 * 60_000)
    await expect(signOut).toBeVisible()
  })

  await test.step('fifteen idle minutes forget it, which is said a minute before', async () => {
    await page.keyboard.press('Shift')
    await page.clock.fastForward(14 * 60_000 + 2000)
    await expect(warning).toBeVisible()
    await expectNoAxeViolations(page)
    await page.clock.fastForward(60_000)
    await expect(forgotten).toBeVisible()
    await expect(form.key).toHaveValue('LEFT_ALONE')
    await expect(signOut).toBeHidden()
  })

  await test.step('a field that loses focus to the forgotten token is not judged as one that somebody left', async () => {
    await enterToken(page)
    await form.key.fill('')
    await page.clock.fastForward(14 * 60_000)
    await page.clock.runFor(60_000 + 2000)
    await expect(page.getByLabel('API token')).toBeFocused()
    await form.description.fill('still here')
    await page.clock.runFor(2000)
    await expect(page.getByText('10/255')).toBeVisible()
    await expect(form.key).not.toHaveAttribute('aria-invalid', 'true')
  })

  await test.step('a page that is scrolled forgets it as well, although the warning moves what is in sight', async () => {
    await enterToken(page)
    await page.setViewportSize({ width: 375, height: 500 })
    await expect(forgotten).toBeHidden()
    await page.evaluate(() => scrollTo(0, 0))
    await page.mouse.wheel(0, 300)
    await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(100)
    await page.clock.fastForward(14 * 60_000 + 2000)
    await expect(warning).toBeVisible()
    // As long as it takes to hear of it.
    await page.evaluate(() => new Promise(requestAnimationFrame))
    await page.clock.fastForward(60_000)
    await expect(forgotten).toBeVisible()
  })
})

const panel = (page: Page) => page.getByRole('region', { name: 'Start code needed' })
const enterCode = async (page: Page, code: string) => {
  await page.getByLabel('Start code', { exact: true }).fill(code)
  await page.getByRole('button', { name: 'Use this code' }).click()
}

test('a server that holds the token answers the page that knows its secret, and no other', async ({
  page,
  testbeds,
}) => {
  const { server, upstream } = testbeds.held
  await page.goto(server.url)
  await expect(panel(page)).toBeVisible()
  await expectNoAxeViolations(page)
  await enterCode(page, 'no code')
  await expect(page.getByLabel('Start code', { exact: true })).toHaveAccessibleDescription(
    /This is no start code/,
  )
  expect(upstream.requests).toHaveLength(0)
  // Typed, it is in no history.
  await enterCode(page, startSecret)
  await expect(page.getByRole('banner')).toContainText('Upstream Works')
  await expect(panel(page)).toBeHidden()
  expect(await everythingOn(page)).not.toContain(startSecret)
  await page.reload()
  await expect(page.getByRole('banner')).toContainText('Upstream Works')
  await expect(aliasForm(page).create).toBeVisible()
  const shown = await everythingOn(page)
  expect(shown).not.toContain(heldToken)
  expect(shown).not.toContain(startSecret)
})

test('the secret may stand in the address as well, also in that of an open page, and leaves it at once', async ({
  page,
  testbeds,
}) => {
  const { server } = testbeds.held
  await page.goto(server.url)
  await expect(panel(page)).toBeVisible()
  // Cut off on its way out of a terminal.
  await page.goto(`${server.url}/#start=half`)
  await expect(page.getByLabel('Start code', { exact: true })).toHaveAccessibleDescription(
    /This is no start code/,
  )
  // The same document: nothing is loaded.
  await page.goto(server.startUrl)
  await expect(page.getByRole('banner')).toContainText('Upstream Works')
  expect(page.url()).toBe(`${server.url}/`)
  expect(await everythingOn(page)).not.toContain(startSecret)
})

const startHeld = async (pageGuard: PageGuard) => {
  const upstream = await startUpstream()
  const server = await startConsoleServer({
    QOVERY_API_URL: upstream.origin,
    QOVERY_API_TOKEN: heldToken,
  })
  pageGuard.allowOrigin(server.url)
  // A page that has to ask for its code has been told so.
  pageGuard.allowFailedLoads()
  return {
    server,
    upstream,
    close: async () => {
      await server.dispose()
      await upstream.close()
    },
  }
}

test('a printed address opens the console once: what a browser keeps of it opens nothing', async ({
  page,
  pageGuard,
  browser,
}) => {
  const { server, upstream, close } = await startHeld(pageGuard)
  try {
    const { startUrl, startCode: code } = server
    expect(startUrl).toBe(`${server.url}/#start=${code}`)
    await page.goto(startUrl)
    await expect(page.getByRole('banner')).toContainText('Upstream Works')
    expect(page.url()).toBe(`${server.url}/`)
    expect(await everythingOn(page)).not.toContain(code)
    await page.reload()
    await expect(page.getByRole('banner')).toContainText('Upstream Works')
    // The tab that it opened may be led there again.
    await page.goto(startUrl)
    await expect(page.getByRole('banner')).toContainText('Upstream Works')
    await expect(panel(page)).toBeHidden()

    const seen = upstream.requests.length
    const other = await browser.newPage()
    await pageGuard.watch(other.context())
    await other.goto(startUrl)
    await expect(panel(other)).toContainText('The address did not open the console')
    await expect(other.getByLabel('Start code', { exact: true })).toBeFocused()
    await expect(other.getByLabel('Start code', { exact: true })).toHaveAccessibleDescription(
      /each opens the console once/,
    )
    await enterCode(other, code)
    await expect(other.getByLabel('Start code', { exact: true })).toHaveAccessibleDescription(
      /each opens the console once/,
    )
    expect(upstream.requests).toHaveLength(seen)
    expect(server.startCode).not.toBe(code)
    await enterCode(other, `  ${server.url}/#start=${server.startCode}\n`)
    await expect(other.getByRole('banner')).toContainText('Upstream Works')
    await other.close()
  } finally {
    await close()
  }
})

test('a second tab of the same browser opens by itself, and the pass is nowhere but in the tabs', async ({
  page,
  pageGuard,
  context,
  browser,
}) => {
  const { server, close } = await startHeld(pageGuard)
  try {
    const { startUrl } = server
    await page.goto(startUrl)
    await expect(page.getByRole('banner')).toContainText('Upstream Works')
    await page.getByRole('link', { name: 'Secrets' }).click()
    await page.getByRole('link', { name: 'payments' }).click()
    const address = await page
      .getByRole('link', { name: 'DB_MASTER_PASSWORD' })
      .getAttribute('href')
    // By its address: a tab that a press opens in the background is not always loaded in a browser without a window.
    const second = await context.newPage()
    await second.goto(server.url + (address ?? ''))
    await expect(second.getByRole('heading', { name: 'DB_MASTER_PASSWORD' })).toBeVisible()
    await expect(second.getByRole('banner')).toContainText('Upstream Works')
    await expect(panel(second)).toHaveCount(0)
    const pass = await second.evaluate(() => sessionStorage.getItem('alias-console:start') ?? '')
    expect(pass).toMatch(/^\d+\../)
    await second.evaluate(() => sessionStorage.clear())
    expect(await everythingOn(second)).not.toContain(pass)
    expect(server.output.stdout + server.output.stderr).not.toContain(pass)
    // The address that was used, in a further tab.
    await second.goto(startUrl)
    await expect(second.getByRole('banner')).toContainText('Upstream Works')
    await expect(panel(second)).toHaveCount(0)

    const other = await browser.newPage()
    await pageGuard.watch(other.context())
    await other.goto(server.url)
    await expect(panel(other)).toBeVisible()
    await other.close()
  } finally {
    await close()
  }
})

test('a page that a restarted server does not know asks for its new code, and loses nothing', async ({
  page,
  pageGuard,
}) => {
  const { server, close } = await startHeld(pageGuard)
  try {
    // What was wrong with an address is not said once more when the server forgets the page.
    await page.goto(`${server.url}/#start=half`)
    await expect(panel(page)).toContainText('The address did not open the console')
    await enterCode(page, server.startCode)
    const form = aliasForm(page)
    await expect(page.getByRole('banner')).toContainText('Upstream Works')
    await form.key.fill('STILL_HERE')
    await server.restart()
    await form.create.click()
    await expect(panel(page)).toContainText('the server was started again')
    await enterCode(page, server.startCode)
    await expect(panel(page)).toBeHidden()
    await server.restart()
    await page.reload()
    await expect(panel(page)).toContainText('the server was started again')
    await expect(form.key).toHaveValue('STILL_HERE')
    await enterCode(page, server.startCode)
    await expect(page.getByRole('banner')).toContainText('Upstream Works')
    await expect(form.key).toHaveValue('STILL_HERE')
  } finally {
    await close()
  }
})
