import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'playwright/test'

const cli = join(import.meta.dirname, '../../node_modules/playwright/cli.js')

/** What a run says whose browsers are looked for anew. */
const listTests = async (settings: Record<string, string>) => {
  const { ALIAS_CONSOLE_FOUND_BROWSERS: _, ...env } = process.env
  const run = promisify(execFile)(process.execPath, [cli, 'test', '-c', 'e2e', '--list'], {
    cwd: join(import.meta.dirname, '../..'),
    env: { ...env, ...settings },
  })
  const { stderr, stdout } = await run.then(
    () => ({ stderr: 'It ran.', stdout: '' }),
    (error: { stderr: string; stdout: string }) => error,
  )
  return stderr + stdout
}

test('a named browser that does not start ends the run with what to do', async () => {
  expect(await listTests({ ALIAS_CONSOLE_BROWSER: '/nowhere/chrome' })).toContain(
    'set ALIAS_CONSOLE_BROWSER to the path of one.\nTried /nowhere/chrome: ',
  )
})

for (const [name, variable] of [
  ['Firefox', 'ALIAS_CONSOLE_FIREFOX'],
  ['WebKit', 'ALIAS_CONSOLE_WEBKIT'],
] as const) {
  test(`a named ${name} that does not start ends the run as well`, async () => {
    const path = `/nowhere/${name}`
    expect(await listTests({ [variable]: path })).toContain(
      `${variable} names no ${name} that starts.\n${path}: `,
    )
  })
}
