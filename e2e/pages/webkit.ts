import { expect, test as base } from 'playwright/test'
import { startConsoleFront } from '../servers/console-front'
import { startConsoleServer } from '../servers/console-server'
import { startUpstream } from '../servers/upstream/start-upstream'
import { startWebKit, type WebDriver, type WebElement } from '../browsers/webdriver'

// In the page: the element of a kind that is in sight, in the dialog that is open, and has a name, or the beginning of one.
const findByName = `
  const [selector, name] = arguments
  const flat = (text) => (text ?? '').replace(/\\s+/g, ' ').trim()
  const textOf = (ids) => ids.split(' ').map((id) => document.getElementById(id)?.textContent).join(' ')
  const names = (element) => [
    element.ariaLabel,
    element.getAttribute('aria-labelledby') && textOf(element.getAttribute('aria-labelledby')),
    ...[...(element.labels ?? [])].map((label) => label.innerText),
    element.innerText,
  ].map(flat).filter((text) => text !== '')
  const root = document.querySelector('dialog[open]') ?? document
  const seen = [...root.querySelectorAll(selector)].filter((element) => element.checkVisibility())
  return (
    seen.find((element) => names(element)[0] === name) ??
    seen.find((element) => names(element)[0]?.startsWith(name)) ?? null
  )`

const kinds = {
  button: 'button, summary',
  link: 'a[href]',
  field: 'input, textarea, select',
  item: '[role=menuitem]',
}

type Kind = keyof typeof kinds

/** What somebody does and sees in a browser that speaks WebDriver, as far as these tests need it. */
const asPerson = (driver: WebDriver) => {
  const find = async (kind: Kind, name: string) => {
    let element: WebElement | null = null
    const what = `a ${kind} in sight that is named “${name}”`
    await expect(async () => {
      element = await driver.find(findByName, kinds[kind], name)
      expect(element, what).not.toBeNull()
    }).toPass({ timeout: 15_000, intervals: [50] })
    if (element === null) throw new Error(what)
    return element
  }
  /**
   * Clicks an element once it stays where it is, as somebody does who aims at it. Where the list below it is being drawn,
   * the driver has scrolled to where it was and presses nothing: it is aimed at once more.
   */
  const click = async (kind: Kind, name: string) => {
    let before: unknown
    await expect(async () => {
      const element = await find(kind, name)
      const now = await driver.run(
        'const { x, y } = arguments[0].getBoundingClientRect(); return `${x}, ${y}`',
        element,
      )
      const last = before
      before = now
      expect(now, `where ${name} is`).toBe(last)
      await driver.click(element)
    }).toPass({ timeout: 15_000, intervals: [50] })
  }
  const text = async (selector = 'body') =>
    String(await driver.run(`return document.querySelector(arguments[0])?.innerText`, selector))
  const type = async (name: string, words: string) => {
    await click('field', name)
    await driver.press('Control+a')
    await driver.type(words)
  }
  return {
    ...driver,
    text,
    /** Opens the form, or loads it again, and waits until it can be sent. */
    openForm: async (url?: string) => {
      await (url === undefined ? driver.reload() : driver.open(url))
      await expect
        .poll(() => driver.run(`return document.querySelector('form[data-ready]') !== null`))
        .toBe(true)
    },
    click,
    /** Types a text into a field, in the place of what is there. */
    fill: type,
    value: async (name: string) =>
      driver.run('return arguments[0].value', await find('field', name)),
    /** Goes on by Tab until a field or button has the focus. */
    tabTo: async (kind: Kind, name: string) => {
      const target = await find(kind, name)
      for (let presses = 0; presses < 20; presses += 1) {
        await driver.press('Tab')
        if ((await driver.run('return arguments[0] === document.activeElement', target)) === true)
          return
      }
      throw new Error(`“${name}” is not reached by Tab.`)
    },
    /** Waits until a text is in sight. */
    sees: (words: string, selector?: string) =>
      expect.poll(() => text(selector), { timeout: 40_000, intervals: [100] }).toContain(words),
    /** Waits until what has these words, or is named by them, has the focus. */
    focuses: (words: string) =>
      expect
        .poll(async () =>
          String(
            await driver.run(
              'const { ariaLabel, innerText } = document.activeElement; return ariaLabel ?? innerText',
            ),
          ),
        )
        .toContain(words),
  }
}

interface EachTest {
  consoleServer: Awaited<ReturnType<typeof startConsoleServer>>
  front: Awaited<ReturnType<typeof startConsoleFront>>
  upstream: Awaited<ReturnType<typeof startUpstream>>
  /** The same, in live mode: the page asks for a token. */
  liveFront: Awaited<ReturnType<typeof startConsoleFront>>
}

interface EachWorker {
  /** WebKitWebDriver; set by the project. */
  webkitDriver: string
  webkit: ReturnType<typeof asPerson>
}

/** A test in WebKit: one browser for all, a console and its front for each. */
export const test = base.extend<EachTest, EachWorker>({
  webkitDriver: ['', { option: true, scope: 'worker' }],
  webkit: [
    async ({ webkitDriver }, use) => {
      const driver = await startWebKit(webkitDriver)
      await use(asPerson(driver))
      await driver.close()
    },
    { scope: 'worker' },
  ],
  consoleServer: async ({}, use) => {
    const server = await startConsoleServer()
    await use(server)
    await server.dispose()
  },
  front: async ({ consoleServer }, use) => {
    const front = await startConsoleFront(Number(new URL(consoleServer.url).port))
    await use(front)
    front.close()
    expect(front.violations, 'violations of the policy').toEqual([])
  },
  upstream: async ({}, use) => {
    const upstream = await startUpstream()
    await use(upstream)
    await upstream.close()
  },
  liveFront: async ({ upstream }, use) => {
    const server = await startConsoleServer({ QOVERY_API_URL: upstream.origin })
    const front = await startConsoleFront(Number(new URL(server.url).port))
    await use(front)
    front.close()
    await server.dispose()
    expect(front.violations, 'violations of the policy').toEqual([])
  },
})
