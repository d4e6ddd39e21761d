import { defineConfig, devices } from 'playwright/test'
import { findBrowser, launchOptions } from '../browsers/browser'

// Each worker reads this file again: the search is made once, and its end handed on.
const executablePath = (process.env['ALIAS_CONSOLE_FOUND_CHROMIUM'] ??= await findBrowser())

export default defineConfig({
  testDir: '.',
  testMatch: '*.bench.ts',
  outputDir: '../.out/bench',
  forbidOnly: true,
  // One at a time: what runs beside a measurement is part of it.
  workers: 1,
  fullyParallel: false,
  retries: 0,
  timeout: 900_000,
  reporter: [['list'], ['./table-reporter.ts']],
  projects: [
    {
      name: 'chromium',
      use: { ...devices['Desktop Chrome'], launchOptions: launchOptions(executablePath) },
    },
  ],
})
