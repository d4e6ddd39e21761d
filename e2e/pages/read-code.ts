import { execFileSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { expect, type Page } from 'playwright/test'

// Required: its types describe none of its four megabytes of compiled Go.
const require = createRequire(import.meta.url)
const { parseToObject }: { parseToObject: (text: string) => unknown } = require('hcl2-parser')

/** What HashiCorp's own parser reads in a text. @throws where it is no HCL */
export const readHcl = (code: string): unknown => {
  const read = parseToObject(`${code}\n`)
  if (!Array.isArray(read) || read[0] === null) throw new Error(`Not HCL: ${JSON.stringify(read)}`)
  return read[0]
}

/**
 * The arguments of each call of a command that `sh` makes of a script, after `sh -n` found no fault in it.
 * The command itself is replaced, so that nothing is called.
 */
export const readShell = (
  script: string,
  command: 'curl' | 'qovery',
  variables: Record<string, string> = {},
): string[][] => {
  const run = (...flags: string[]) =>
    execFileSync('sh', [...flags, '-s'], {
      // A call ends with a byte that no text of UTF-8 has.
      input: `${command}() { printf '%s\\0' "$@"; printf '\\377'; }\n${script}\n`,
      env: { ...variables, PATH: process.env['PATH'] },
      stdio: ['pipe', 'pipe', 'inherit'],
      maxBuffer: 64 * 1024 * 1024,
    })
  run('-n')
  return run()
    .toString('latin1')
    .split('\u00FF')
    .slice(0, -1)
    .map((call) => Buffer.from(call, 'latin1').toString('utf8').split('\0').slice(0, -1))
}

/** What was copied last, as a paste into plain text gives it: the console's policy lets no page read the clipboard. */
export const pasted = async (page: Page) => {
  const other = await page.context().newPage()
  await other.setContent('<textarea aria-label="Plain text"></textarea>')
  const box = other.getByLabel('Plain text')
  await box.focus()
  await other.keyboard.press('ControlOrMeta+V')
  await expect(box).not.toHaveValue('')
  const text = await box.inputValue()
  await other.close()
  return text
}
