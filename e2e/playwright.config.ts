import { join } from 'node:path'
import { defineConfig, devices } from 'playwright/test'
import { findBrowser, keepingProcess, launchOptions } from './browsers/browser'
import { findEngines, type Engines } from './browsers/engines'
import { fontMachines, withFontsOf } from './browsers/other-fonts'

interface Found extends Engines {
  chromium: string
}

const find = async (): Promise<Found> => ({
  chromium: await findBrowser(),
  ...(await findEngines()),
})

// Each worker reads this file again: the search is made once, and its end handed on.
const found: Found = JSON.parse(
  (process.env['ALIAS_CONSOLE_FOUND_BROWSERS'] ??= JSON.stringify(await find())),
)

// What another engine does differently; everything else is Chromium's alone.
const elsewhere = /@engines/
const { firefox, webkit } = found
// Written for WebKitGTK's own driver, whose language Playwright does not speak.
const plainWebDriver = 'webkit.spec.ts'

export default defineConfig<object, { webkitDriver?: string }>({
  testDir: 'specs',
  outputDir: '.out',
  fullyParallel: true,
  forbidOnly: true,
  // As many as the cores of a small machine: a third one took a seventh more of the time.
  workers: 2,
  // On a machine that does other things as well, a browser dies now and then. What fails once is named, and fails twice if it is ours.
  retries: 1,
  // They end what hangs, on a machine that is busy as well; how long anything takes is for benchmarks to say.
  timeout: 90_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], ['./closing-line.ts']],
  use: { reducedMotion: 'reduce', actionTimeout: 30_000 },
  // Begun in this order: no two browsers compete for long.
  projects: [
    {
      name: 'chromium',
      testIgnore: plainWebDriver,
      use: {
        ...devices['Desktop Chrome'],
        launchOptions: keepingProcess(launchOptions(found.chromium)),
        // Emptied between two tests by Playwright: a third of a test's time was the making of a new one.
        reuseContext: true,
        screenshot: 'only-on-failure',
      },
    },
    // Fontconfig is Linux's way to fonts: elsewhere the machine's own are what there is.
    ...(process.platform === 'linux' ? fontMachines : []).map((machine) => ({
      name: `${machine} fonts`,
      testIgnore: plainWebDriver,
      grep: /@fonts/,
      use: {
        ...devices['Desktop Chrome'],
        launchOptions: {
          ...launchOptions(found.chromium),
          env: withFontsOf(machine, join(import.meta.dirname, '.fonts')),
        },
      },
    })),
    ...(firefox === undefined
      ? []
      : [
          {
            name: 'firefox',
            testIgnore: plainWebDriver,
            grep: [elsewhere, /@firefox/],
            use: { ...devices['Desktop Firefox'], ...firefox },
          },
        ]),
    ...(webkit === undefined
      ? []
      : [
          'webkitDriver' in webkit
            ? { name: 'webkit', testMatch: plainWebDriver, use: webkit }
            : {
                name: 'webkit',
                testIgnore: plainWebDriver,
                grep: elsewhere,
                use: { ...devices['Desktop Safari'], ...webkit },
              },
        ]),
  ],
})
