import { defineConfig, devices } from 'playwright/test'
import { findBrowser, launchOptions } from './browser'
import { findEngines, type Engines } from './engines'

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
const { firefox } = found

export default defineConfig({
  testDir: '.',
  outputDir: '.out',
  fullyParallel: true,
  forbidOnly: true,
  // One more than the cores of a small machine: some tests mostly wait.
  workers: 3,
  retries: 0,
  // They end what hangs, on a machine that is busy as well; how long anything takes is for benchmarks to say.
  timeout: 90_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], ['./closing-line.ts']],
  use: { reducedMotion: 'reduce' },
  // Begun in this order: no two browsers compete for long.
  projects: [
    {
      name: 'chromium',
      use: {
        ...devices['Desktop Chrome'],
        launchOptions: launchOptions(found.chromium),
        screenshot: 'only-on-failure',
      },
    },
    ...(firefox === undefined
      ? []
      : [
          {
            name: 'firefox',
            grep: elsewhere,
            use: { ...devices['Desktop Firefox'], ...firefox },
          },
        ]),
  ],
})
