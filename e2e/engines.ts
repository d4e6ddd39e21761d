import { firefox, type LaunchOptions } from 'playwright/test'
import { thisMachine } from './browser'
import { findProgram } from './find-program'
import { installedBrowsers } from './installed-browsers'

/** How Playwright starts a Firefox: its own build, or one that everybody has, over WebDriver BiDi. */
interface FirefoxOptions {
  channel?: string
  launchOptions: { executablePath: string }
}

export interface Engines {
  firefox?: FirefoxOptions
}

/**
 * Finds the browsers beside Chromium: named by a variable, installed, Playwright's own downloads, or Debian's packages,
 * which are installed where that is possible. One that is not found is left out, and the run says so in a line.
 * @throws an Error where one that a variable names does not start
 */
export const findEngines = async (): Promise<Engines> => {
  const found = await findFirefox()
  return found === undefined ? {} : { firefox: found }
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

const open = async (type: typeof firefox, options: LaunchOptions) => {
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
