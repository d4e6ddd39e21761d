import { firefox, webkit, type BrowserType, type LaunchOptions } from 'playwright/test'
import { thisMachine } from './browser'
import { findProgram } from './find-program'
import { installedBrowsers } from './installed-browsers'
import { startWebKit } from './webdriver'

/** How Playwright starts a Firefox: its own build, or one that everybody has, over WebDriver BiDi. */
interface FirefoxOptions {
  channel?: string
  launchOptions: { executablePath: string }
}

/** How a WebKit is driven: Playwright's own build by Playwright, WebKitGTK's browser by its WebDriver. */
type WebKitOptions = { launchOptions: { executablePath: string } } | { webkitDriver: string }

export interface Engines {
  firefox?: FirefoxOptions
  webkit?: WebKitOptions
}

/**
 * Finds the browsers beside Chromium: named by a variable, installed, Playwright's own downloads, or Debian's packages,
 * which are installed where that is possible. One that is not found is left out, and the run says so in a line.
 * @throws an Error where one that a variable names does not start
 */
export const findEngines = async (): Promise<Engines> => {
  const [foundFirefox, foundWebKit] = [await findFirefox(), await findWebKit()]
  return {
    ...(foundFirefox === undefined ? {} : { firefox: foundFirefox }),
    ...(foundWebKit === undefined ? {} : { webkit: foundWebKit }),
  }
}

const findFirefox = () =>
  find({
    what: 'Firefox',
    variable: 'ALIAS_CONSOLE_FIREFOX',
    // Over BiDi a driver needs Firefox 143 or later.
    advice: 'Install Firefox 143 or later, or run “npx playwright install firefox”.',
    paths: [...installedBrowsers(thisMachine, 'firefox'), firefox.executablePath()],
    packages: [['/usr/bin/firefox-esr', 'firefox-esr']],
    start: async (executablePath): Promise<FirefoxOptions> => {
      const isOwn = executablePath === firefox.executablePath()
      const channel = isOwn ? {} : { channel: 'moz-firefox' }
      await open(firefox, { ...channel, executablePath })
      return { ...channel, launchOptions: { executablePath } }
    },
  })

const findWebKit = () =>
  find({
    what: 'WebKit',
    variable: 'ALIAS_CONSOLE_WEBKIT',
    advice: 'Install webkit2gtk-driver and xvfb, or run “npx playwright install webkit”.',
    // Playwright's own runs more of the tests, and on every system.
    paths: [webkit.executablePath(), ...installedBrowsers(thisMachine, 'webkit')],
    packages: [['/usr/bin/WebKitWebDriver', 'webkit2gtk-driver', 'xvfb']],
    start: async (path): Promise<WebKitOptions> => {
      if (!path.endsWith('WebKitWebDriver')) {
        await open(webkit, { executablePath: path })
        return { launchOptions: { executablePath: path } }
      }
      const driver = await startWebKit(path)
      await driver.close()
      return { webkitDriver: path }
    },
  })

const open = async (type: BrowserType, options: LaunchOptions) => {
  const browser = await type.launch({ ...options, timeout: 60_000 })
  try {
    const page = await browser.newPage()
    await page.goto('about:blank')
  } finally {
    await browser.close()
  }
}

type Search<Found> = Parameters<typeof findProgram<Found>>[0] & { advice: string }

const find = async <Found>(search: Search<Found>): Promise<Found | undefined> => {
  const { found, tried } = await findProgram(search)
  if (found !== undefined) return found
  const { what, variable, advice } = search
  const named = process.env[variable] ?? ''
  if (named !== '')
    throw new Error(`${variable} names no ${what} that starts.\n${tried.join('\n')}`)
  const why = tried.length === 0 ? 'none was found' : `none starts (${tried.join('; ')})`
  process.stderr.write(`${what} is left out: ${why}. ${advice}\n`)
  return undefined
}
