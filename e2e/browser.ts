import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { homedir } from 'node:os'
import { chromium, type LaunchOptions } from 'playwright/test'
import { installedBrowsers } from './installed-browsers'

const variable = 'ALIAS_CONSOLE_BROWSER'
const isRoot = process.getuid?.() === 0

/** How every browser of these tests is started. */
export const launchOptions = (executablePath: string): LaunchOptions => ({
  executablePath,
  // Chromium refuses to run as root with its sandbox.
  chromiumSandbox: !isRoot,
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
 * Finds a browser that really starts: the one that ALIAS_CONSOLE_BROWSER names, else an installed Chrome or Chromium,
 * Playwright's own download, or Debian's package, which is installed where that is possible.
 * @throws an Error that says what to do, where there is none
 */
export const findBrowser = async (): Promise<string> => {
  const refused: string[] = []
  for await (const path of candidates()) {
    const problem = await problemOf(path)
    if (problem === undefined) return path
    refused.push(`${path}: ${problem}`)
  }
  throw new Error(
    [
      'No Chrome or Chromium was found that starts.',
      `Run “npx playwright install chromium”, or set ${variable} to the path of one.`,
      ...refused.map((line) => `Tried ${line}`),
    ].join('\n'),
  )
}

async function* candidates(): AsyncGenerator<string> {
  const named = process.env[variable]
  // Who names a browser wants that one: another in its place would pass for it.
  if (named !== undefined && named !== '') return yield named
  const machine = { platform: process.platform, env: process.env, home: homedir() }
  const present = [...installedBrowsers(machine), chromium.executablePath()]
  yield* present.filter((path) => existsSync(path))
  if (!isRoot || !existsSync('/usr/bin/apt-get')) return
  process.stderr.write('No browser was found that starts: installing Debian’s Chromium.\n')
  await apt('update')
  yield await install('chromium-headless-shell')
  yield await install('chromium')
}

const install = async (name: string) => {
  await apt('install', '-y', '--no-install-recommends', name)
  return `/usr/bin/${name}`
}

const apt = async (...args: string[]) => {
  const child = spawn('apt-get', ['-qq', ...args], {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  await once(child, 'close')
}

const problemOf = async (path: string): Promise<string | undefined> => {
  try {
    const browser = await chromium.launch({ ...launchOptions(path), timeout: 20_000 })
    try {
      const page = await browser.newPage()
      await page.goto('about:blank')
    } finally {
      await browser.close()
    }
    return undefined
  } catch (error) {
    return String(error).split('\n', 1)[0]
  }
}
