import { defineConfig, devices } from 'playwright/test'
import { findBrowser, launchOptions } from './browser'

// Each worker reads this file again: the search is made once, and its end handed on.
const executablePath = (process.env['ALIAS_CONSOLE_FOUND_BROWSER'] ??= await findBrowser())

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
  projects: [
    {
      name: 'chromium',
      use: {
        ...devices['Desktop Chrome'],
        launchOptions: launchOptions(executablePath),
        reducedMotion: 'reduce',
        screenshot: 'only-on-failure',
      },
    },
  ],
})
