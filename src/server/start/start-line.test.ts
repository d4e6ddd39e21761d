import { expect, test } from 'vitest'
import type { Settings } from '../settings/config'
import { nextCodeLine, startLine } from './start-line'

const sandbox: Settings = {
  port: 0,
  host: '127.0.0.1',
  dataFolder: '.data',
  publicOrigin: undefined,
  startSecret: undefined,
  generated: { secrets: 0, environments: 0, services: 0 },
  upstream: undefined,
}
const url = 'https://api.qovery.com'

test.each([
  ['the sandbox', sandbox, 'Alias Console (sandbox) is at http://127.0.0.1:4180/'],
  [
    'IPv6 in a zone',
    { ...sandbox, host: '::1%lo' },
    'Alias Console (sandbox) is at http://[::1]:4180/',
  ],
  ['IPv6', { ...sandbox, host: '::1' }, 'Alias Console (sandbox) is at http://[::1]:4180/'],
  [
    'a token that the page holds',
    { ...sandbox, upstream: { url, authorization: undefined } },
    'Alias Console (live, api.qovery.com) is at http://127.0.0.1:4180/',
  ],
  [
    'a token that the server holds',
    { ...sandbox, upstream: { url, authorization: 'Token qov_secret' } },
    'Alias Console (live, api.qovery.com) is at http://127.0.0.1:4180/#start=c0de',
  ],
  [
    'a proxy in front',
    { ...sandbox, host: '0.0.0.0', publicOrigin: 'https://console.example' },
    'Alias Console (sandbox) is at https://console.example/ (behind it: http://0.0.0.0:4180)',
  ],
])('%s is told where to find', (_, settings, line) => {
  expect(startLine(settings, 4180, 'c0de')).toBe(line)
})

const held = { ...sandbox, upstream: { url, authorization: 'Token qov_secret' } }

test('a secret that the operator set is named, not written', () => {
  expect(startLine(held, 4180, undefined)).toBe(
    'Alias Console (live, api.qovery.com) is at http://127.0.0.1:4180/ and asks for the value of CONSOLE_START_SECRET',
  )
})

test('the code after a used one is told with the whole address', () => {
  const line = nextCodeLine({ ...held, publicOrigin: 'https://console.example' }, 4180, 'c0de')
  expect(line).toBe(
    'The start code has been used. The next one: https://console.example/#start=c0de',
  )
})
