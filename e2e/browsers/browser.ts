import { homedir } from 'node:os'
import { chromium, type LaunchOptions } from 'playwright/test'
import { findProgram } from './find-program'
import { installedBrowsers } from './installed-browsers'

export const thisMachine = { platform: process.platform, env: process.env, home: homedir() }

/** How every Chromium of these tests is started. */
export const launchOptions = (executablePath: string): LaunchOptions => ({
  executablePath,
  // Chromium refuses to run as root with its sandbox.
  chromiumSandbox: process.getuid?.() !== 0,
  // A browser under test has nothing to ask of its maker's hosts.
  args: [
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-domain-reliability',
    '--disable-gpu',
    '--disable-quic',
    '--disable-sync',
    '--no-first-run',
    '--no-pings',
  ],
})

/**
 * For tests that take one page after the other: it stays in its process, where the code of the console is compiled. A page
 * that isolates itself from its opener leaves the blank page of a reused context for a process of its own, which takes
 * half a second more on a small machine.
 */
export const keepingProcess = (options: LaunchOptions): LaunchOptions => ({
  ...options,
  // The last such argument counts, so that what Playwright turns off stands here once more.
  args: [
    ...(options.args ?? []),
    `--disable-features=${[
      'CrossOriginOpenerPolicy',
      'AvoidCorsURLLoaderRestartOnRedirect',
      'AvoidUnnecessaryBeforeUnloadCheckSync',
      'BlockOriginHeaderModificationOnRedirect',
      'DestroyProfileOnBrowserClose',
      'HttpsUpgrades',
      'OptimizationHints',
      'PaintHolding',
      'ThirdPartyStoragePartitioning',
      'Translate',
    ].join()}`,
  ],
})

/**
 * Finds a browser that really starts: the one that ALIAS_CONSOLE_BROWSER names, else an installed Chrome or Chromium,
 * Playwright's own download, or Debian's package, which is installed where that is possible.
 * @throws an Error that says what to do, where there is none
 */
export const findBrowser = async (): Promise<string> => {
  const variable = 'ALIAS_CONSOLE_BROWSER'
  const { found, tried } = await findProgram({
    what: 'A Chrome or Chromium that starts',
    variable,
    paths: [...installedBrowsers(thisMachine, 'chromium'), chromium.executablePath()],
    packages: [
      ['/usr/bin/chromium-headless-shell', 'chromium-headless-shell'],
      ['/usr/bin/chromium', 'chromium'],
    ],
    start,
  })
  if (found !== undefined) return found
  throw new Error(
    [
      'No Chrome or Chromium was found that starts.',
      `Run “npx playwright install chromium”, or set ${variable} to the path of one.`,
      ...tried.map((line) => `Tried ${line}`),
    ].join('\n'),
  )
}

const start = async (path: string) => {
  const browser = await chromium.launch({ ...launchOptions(path), timeout: 20_000 })
  try {
    const page = await browser.newPage()
    await page.goto('about:blank')
  } finally {
    await browser.close()
  }
  return path
}
