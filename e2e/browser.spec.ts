import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'playwright/test'

const cli = join(import.meta.dirname, '../node_modules/playwright/cli.js')

test('a named browser that does not start ends the run with what to do', async () => {
  const { ALIAS_CONSOLE_FOUND_BROWSER: _, ...env } = process.env
  const run = promisify(execFile)(process.execPath, [cli, 'test', '-c', 'e2e', '--list'], {
    cwd: join(import.meta.dirname, '..'),
    env: { ...env, ALIAS_CONSOLE_BROWSER: '/nowhere/chrome' },
  })
  const { stderr, stdout } = await run.then(
    () => ({ stderr: 'It ran.', stdout: '' }),
    (error: { stderr: string; stdout: string }) => error,
  )
  expect(stderr + stdout).toContain(
    'set ALIAS_CONSOLE_BROWSER to the path of one.\nTried /nowhere/chrome: ',
  )
})
