import { execFileSync } from 'node:child_process'
import { expect, test } from 'vitest'
import type { Secret } from '../../qovery/schema'
import { aliasCommand } from './alias-command'

const id = '00000000-0000-4000-8000-000000000001'
const alias: Secret = {
  id,
  created_at: '2026-03-01T12:00:00Z',
  key: `IT'S $(touch x) "quoted" \\ \`id\``,
  scope: 'PROJECT',
  description: 'two\nlines',
  aliased_secret: { id, key: 'SOURCE', scope: 'PROJECT' },
}
const command = (newSource: boolean) =>
  aliasCommand({ base: 'https://api.qovery.com', projectId: id, alias, newSource })

test('a shell reads it as one call, whatever the texts hold', () => {
  // The shell's own splitting, with curl replaced by something that prints what it was given.
  const printed = execFileSync('sh', ['-c', `curl() { printf '%s\\0' "$@"; }; ${command(false)}`], {
    env: { QOVERY_API_TOKEN: 'from-the-environment' },
    encoding: 'utf8',
  })
  expect(printed.split('\0')).toEqual([
    '--request',
    'POST',
    '--url',
    `https://api.qovery.com/project/${id}/secret/${id}/alias`,
    '--header',
    'Authorization: Token from-the-environment',
    '--header',
    'Content-Type: application/json',
    '--data',
    JSON.stringify({
      key: alias.key,
      description: 'two\nlines',
      enable_interpolation_in_file: null,
    }),
    '',
  ])
})

test('the id of a source that is made anew is left to be filled in', () => {
  expect(command(true)).toContain('/secret/$NEW_SECRET_ID/alias')
  expect(command(true)).toContain('$QOVERY_API_TOKEN')
})
