import { defineConfig } from 'playwright/test'

// The longer run of what every test run does fifty times, by another chance each time.
process.env['ROUNDS'] ??= '1000'

export default defineConfig({
  testDir: 'specs',
  testMatch: 'durability.spec.ts',
  outputDir: '.out',
  retries: 0,
  reporter: [['list'], ['./closing-line.ts']],
})
