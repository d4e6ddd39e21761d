import { defineConfig } from 'playwright/test'

// The longer run of what every test run does two hundred times.
process.env['ROUNDS'] ??= '1000'

export default defineConfig({
  testDir: 'specs',
  testMatch: 'durability.spec.ts',
  outputDir: '.out',
  retries: 0,
  reporter: [['list'], ['./closing-line.ts']],
})
