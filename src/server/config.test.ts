import { expect, test } from 'vitest'
import { readSettings } from './config'

const settingsOf = (env: Record<string, string>) => {
  const read = readSettings(env)
  return 'settings' in read ? read.settings : undefined
}
const problemsOf = (env: Record<string, string>) => {
  const read = readSettings(env)
  return 'problems' in read ? read.problems : []
}

test('an empty environment starts the sandbox on loopback', () => {
  expect(settingsOf({})).toEqual({
    port: 4180,
    host: '127.0.0.1',
    dataFolder: '.data',
    publicOrigin: undefined,
    startSecret: undefined,
    generatedSecrets: 0,
    upstream: undefined,
  })
})

test('a variable that is set to nothing counts as unset', () => {
  expect(settingsOf({ PORT: '', HOST: '', QOVERY_API_URL: '', PUBLIC_ORIGIN: '' })).toEqual(
    settingsOf({}),
  )
})

const good: [name: string, value: string, read: object][] = [
  ['PORT', '0', { port: 0 }],
  ['PORT', '65535', { port: 65_535 }],
  ['HOST', '::1', { host: '::1' }],
  ['HOST', 'localhost', { host: 'localhost' }],
  ['HOST', '127.9.9.9', { host: '127.9.9.9' }],
  ['SANDBOX_SECRETS', '100000', { generatedSecrets: 100_000 }],
  ['CONSOLE_START_SECRET', 's'.repeat(32), { startSecret: 's'.repeat(32) }],
  ['PUBLIC_ORIGIN', 'https://Console.example/', { publicOrigin: 'https://console.example' }],
  ['PUBLIC_ORIGIN', 'http://localhost:8080', { publicOrigin: 'http://localhost:8080' }],
  ['QOVERY_API_URL', 'https://api.qovery.com', { upstream: { url: 'https://api.qovery.com' } }],
  ['QOVERY_API_URL', 'https://api.qovery.com/', { upstream: { url: 'https://api.qovery.com' } }],
  ['QOVERY_API_URL', 'https://a.example/v1/', { upstream: { url: 'https://a.example/v1' } }],
  ['QOVERY_API_URL', 'http://127.0.0.1:9', { upstream: { url: 'http://127.0.0.1:9' } }],
  ['QOVERY_API_URL', 'http://[::1]:9', { upstream: { url: 'http://[::1]:9' } }],
]

test.each(good)('%s=%s is read', (name, value, read) => {
  expect(settingsOf({ [name]: value })).toMatchObject(read)
})

const bad: [name: string, value: string][] = [
  ...['x', '-1', '65536', '1e3', '80.5', ' 80', '99999999999'].map((value): [string, string] => [
    'PORT',
    value,
  ]),
  ...['0.0.0.0', '::', '192.168.0.7', 'console.example', 'localhost.example', '127.0.0.1:80'].map(
    (value): [string, string] => ['HOST', value],
  ),
  ...['100001', '-1', 'many'].map((value): [string, string] => ['SANDBOX_SECRETS', value]),
  ...['s'.repeat(31), 's'.repeat(257), `${'s'.repeat(32)}#`].map((value): [string, string] => [
    'CONSOLE_START_SECRET',
    value,
  ]),
  ...[
    'http://console.example',
    'https://console.example/path',
    'https://console.example?',
    'console.example',
    'https://',
    'https://user@console.example',
  ].map((value): [string, string] => ['PUBLIC_ORIGIN', value]),
  ...[
    'http://api.qovery.com',
    'http://127.0.0.1.example',
    'http://localhost.example',
    'ftp://api.qovery.com',
    'api.qovery.com',
    'https://user:password@api.qovery.com',
    'https://@api.qovery.com',
    'https://api.qovery.com?a=b',
    'https://api.qovery.com?',
    'https://api.qovery.com#',
    'https:\\\\api.qovery.com',
    'https://api qovery.com',
    'https://api.qovery.com:99999',
  ].map((value): [string, string] => ['QOVERY_API_URL', value]),
  ...['two words', 'qov_\u0000', 'qov_naïve', 'short', 'Basic dXNlcjpwYXNz'].map(
    (value): [string, string] => ['QOVERY_API_TOKEN', value],
  ),
  ['DATA_DIR', 'a\0b'],
]

test.each(bad)(
  '%s=%j is one problem, told in one sentence that repeats no value',
  (name, value) => {
    const [problem = '', ...others] = problemsOf({ [name]: value })
    expect(others).toEqual([])
    expect(problem).toMatch(new RegExp(`^${name} .*\\.$`))
    expect(problem).not.toContain(value)
  },
)

test('all problems are told at once', () => {
  const env = { PORT: 'x', HOST: '0.0.0.0', QOVERY_API_URL: 'x', QOVERY_API_TOKEN: 'x' }
  expect(problemsOf(env).map((problem) => problem.split(' ')[0])).toEqual([
    'PORT',
    'QOVERY_API_URL',
    'QOVERY_API_TOKEN',
    'HOST',
  ])
})

test('another address than a loopback one is allowed behind a public origin only', () => {
  expect(problemsOf({ HOST: '0.0.0.0' })).toHaveLength(1)
  expect(problemsOf({ HOST: '0.0.0.0', PUBLIC_ORIGIN: 'https://console.example' })).toEqual([])
})

test.each([
  ['qov_0123456789', 'Token qov_0123456789'],
  ['Token qov_0123456789', 'Token qov_0123456789'],
  ['aaa.bbb.ccc', 'Bearer aaa.bbb.ccc'],
  ['Bearer aaa.bbb.ccc', 'Bearer aaa.bbb.ccc'],
])('the token %s is held as %s', (QOVERY_API_TOKEN, authorization) => {
  const settings = settingsOf({ QOVERY_API_URL: 'https://api.qovery.com', QOVERY_API_TOKEN })
  expect(settings?.upstream?.authorization).toBe(authorization)
})

test('without a token in the environment the page brings its own', () => {
  expect(settingsOf({ QOVERY_API_URL: 'https://api.qovery.com' })?.upstream).toEqual({
    url: 'https://api.qovery.com',
    authorization: undefined,
  })
})

test('a token without an API address leaves the sandbox in place', () => {
  expect(settingsOf({ QOVERY_API_TOKEN: 'qov_0123456789' })?.upstream).toBeUndefined()
})
