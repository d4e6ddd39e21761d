import { expect, test } from 'vitest'
import { readSettings } from './config'

const settingsOf = (env: Record<string, string>) => {
  const read = readSettings(env)
  return 'settings' in read ? read.settings : undefined
}
const noticesOf = (env: Record<string, string>) => {
  const read = readSettings(env)
  return 'notices' in read ? read.notices : undefined
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
    generated: { secrets: 0, environments: 0, services: 0 },
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
  ['HOST', '0:0:0:0:0:0:0:1', { host: '0:0:0:0:0:0:0:1' }],
  ['HOST', '::ffff:127.0.0.1', { host: '::ffff:127.0.0.1' }],
  ['QOVERY_API_URL', 'https://198.51.100.7', { upstream: { url: 'https://198.51.100.7' } }],
  ['SANDBOX_SECRETS', '100000', { generated: { secrets: 100_000 } }],
  ['SANDBOX_ENVIRONMENTS', '1000', { generated: { environments: 1000 } }],
  ['SANDBOX_SERVICES', '10000', { generated: { services: 10_000 } }],
  ['CONSOLE_START_SECRET', 's'.repeat(32), { startSecret: 's'.repeat(32) }],
  ['PUBLIC_ORIGIN', 'https://Console.example/', { publicOrigin: 'https://console.example' }],
  ['PUBLIC_ORIGIN', 'http://localhost:8080', { publicOrigin: 'http://localhost:8080' }],
  ['PUBLIC_ORIGIN', 'https://bücher.example', { publicOrigin: 'https://xn--bcher-kva.example' }],
  ['PUBLIC_ORIGIN', 'https://[2001:db8::1]:8443', { publicOrigin: 'https://[2001:db8::1]:8443' }],
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
  ...[
    '0.0.0.0',
    '::',
    '::2',
    '::ffff:192.168.0.7',
    '192.168.0.7',
    'console.example',
    'localhost.example',
    '127.0.0.1:80',
  ].map((value): [string, string] => ['HOST', value]),
  ...['100001', '-1', 'many'].map((value): [string, string] => ['SANDBOX_SECRETS', value]),
  ['SANDBOX_ENVIRONMENTS', '1001'],
  ['SANDBOX_SERVICES', '10001'],
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
    'https://*',
    'https://*.example',
    'https://console.*',
    'https:///x',
    'https:///',
    'https:////console.example',
    'https://.',
    'https://console..example',
    'https://%63onsole.example',
    'https://console.example,other.example',
    'https://1',
    'https://127.1',
    'https://0x7f000001',
    'https://0.0.0.0',
    'https://console.example:0',
    'https://$HOST',
    'https://console.example\r',
    '"https://console.example"',
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
    'https://api.qovery.com:0',
    'http://127.0.0.1:0/v1',
    'https:///api.qovery.com',
    'https://*',
    'https://api.qovery.com\r',
    'https://api.qovery.com/\u200B',
    'https://api.qovery.com/v\u20601',
    "'https://api.qovery.com'",
  ].map((value): [string, string] => ['QOVERY_API_URL', value]),
  ...['two words', 'qov_\u0000', 'qov_naïve', 'short', 'Basic dXNlcjpwYXNz'].map(
    (value): [string, string] => ['QOVERY_API_TOKEN', value],
  ),
  ...['a\0b', '"/data"', "'data'", '/data\r'].map((value): [string, string] => ['DATA_DIR', value]),
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

test('another address than a loopback one is allowed behind an https origin only', () => {
  for (const env of [
    { HOST: '0.0.0.0' },
    { HOST: '0.0.0.0', PUBLIC_ORIGIN: 'http://localhost:9' },
    { HOST: '::', PUBLIC_ORIGIN: 'http://127.0.0.1' },
  ]) {
    expect(problemsOf(env)).toEqual([expect.stringMatching(/^HOST .* PUBLIC_ORIGIN, the https /)])
  }
  expect(problemsOf({ HOST: '0.0.0.0', PUBLIC_ORIGIN: 'https://console.example' })).toEqual([])
  expect(problemsOf({ HOST: '0.0.0.0', PUBLIC_ORIGIN: 'nonsense' })).toEqual([
    expect.stringMatching(/^PUBLIC_ORIGIN must/),
  ])
})

test.each([
  ['"https://api.qovery.com"', 'is in quotes that have become a part of its value'],
  ["'https://api.qovery.com'", 'is in quotes that have become a part of its value'],
  ['https://api.qovery.com\r', 'has a blank or a line end around it'],
  ['"https://api.qovery.com"\r', 'has a blank or a line end around it'],
  ['\uFEFFhttps://api.qovery.com', 'has a blank or a line end around it'],
  ['https://api.qovery.com/\u200B', 'has something invisible around it'],
])('what a file of variables has left around %j is named', (QOVERY_API_URL, fault) => {
  expect(problemsOf({ QOVERY_API_URL })).toEqual([
    expect.stringMatching(`^QOVERY_API_URL ${fault}.*\\.$`),
  ])
})

const everySetting: [name: string, second: string, value: string, other: string][] = [
  ['PORT', 'ALIAS_CONSOLE_PORT', '4181', '4182'],
  ['HOST', 'ALIAS_CONSOLE_HOST', '127.0.0.2', '127.0.0.3'],
  ['DATA_DIR', 'ALIAS_CONSOLE_DATA_DIR', '/data', '/other'],
  ['SANDBOX_SECRETS', 'ALIAS_CONSOLE_SANDBOX_SECRETS', '10', '20'],
  ['QOVERY_API_URL', 'ALIAS_CONSOLE_API_URL', 'https://api.qovery.com', 'https://a.example'],
  ['PUBLIC_ORIGIN', 'ALIAS_CONSOLE_PUBLIC_ORIGIN', 'https://a.example', 'https://b.example'],
  ['CONSOLE_START_SECRET', 'ALIAS_CONSOLE_START_SECRET', 's'.repeat(32), 't'.repeat(32)],
  ['QOVERY_API_TOKEN', 'ALIAS_CONSOLE_API_TOKEN', 'qov_0123456789', 'qov_9876543210'],
]

test.each(everySetting)('%s may be named %s, and both together say the same', (...setting) => {
  const [name, second, value, other] = setting
  const rest: Record<string, string> =
    name === 'QOVERY_API_TOKEN' ? { QOVERY_API_URL: 'https://api.qovery.com' } : {}
  const first = settingsOf({ ...rest, [name]: value })
  expect(first).not.toEqual(settingsOf(rest))
  expect(settingsOf({ ...rest, [second]: value })).toEqual(first)
  expect(settingsOf({ ...rest, [second]: value, [name]: value })).toEqual(first)
  expect(settingsOf({ ...rest, [second]: value, [name]: '' })).toEqual(first)
  const problems = problemsOf({ ...rest, [name]: value, [second]: other })
  expect(problems).toEqual([
    `${name} and ${second} are two names of one setting and have different values: unset one of them.`,
  ])
})

test('a problem goes by the name under which the setting was given', () => {
  expect(problemsOf({ ALIAS_CONSOLE_API_URL: 'x', ALIAS_CONSOLE_HOST: '0.0.0.0' })).toEqual([
    expect.stringMatching(/^ALIAS_CONSOLE_API_URL must /),
    expect.stringMatching(/^ALIAS_CONSOLE_HOST .* ALIAS_CONSOLE_PUBLIC_ORIGIN, /),
  ])
})

test('what Kubernetes says of a service that has the console’s name is no setting', () => {
  const env = {
    ALIAS_CONSOLE_PORT: 'tcp://10.0.171.239:80',
    ALIAS_CONSOLE_PORT_80_TCP: 'tcp://10.0.171.239:80',
    ALIAS_CONSOLE_PORT_80_TCP_ADDR: '10.0.171.239',
    ALIAS_CONSOLE_PORT_80_TCP_PORT: '80',
    ALIAS_CONSOLE_SERVICE_HOST: '10.0.171.239',
    ALIAS_CONSOLE_SERVICE_PORT: '80',
    ALIAS_CONSOLE_SERVICE_PORT_HTTP: '80',
    ALIAS_CONSOLE_WEB_PORT: 'tcp://10.0.171.240:80',
  }
  expect(settingsOf(env)).toEqual(settingsOf({}))
  expect(noticesOf(env)).toEqual([])
  expect(settingsOf({ ...env, PORT: '8080' })?.port).toBe(8080)
})

test('what looks like a setting and is none is said, and stops nothing', () => {
  const env = { ALIAS_CONSOLE_TOKEN: 'qov_0123456789', ALIAS_CONSOLE_BROWSER: '/usr/bin/chromium' }
  expect(noticesOf(env)).toEqual([
    'ALIAS_CONSOLE_TOKEN is no setting of the console, and is not read.',
  ])
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

test.each([
  [{ QOVERY_API_TOKEN: 'qov_0123456789' }, 'QOVERY_API_TOKEN', 'QOVERY_API_URL'],
  [
    { ALIAS_CONSOLE_API_TOKEN: 'qov_0123456789' },
    'ALIAS_CONSOLE_API_TOKEN',
    'ALIAS_CONSOLE_API_URL',
  ],
])('a token without an API address leaves the sandbox in place, and is said', (env, token, url) => {
  expect(settingsOf(env)?.upstream).toBeUndefined()
  expect(noticesOf(env)).toEqual([`${token} is not used without ${url}: the sandbox answers.`])
})

test('a start secret that guards nothing is said', () => {
  const CONSOLE_START_SECRET = 's'.repeat(32)
  const live = { QOVERY_API_URL: 'https://api.qovery.com', CONSOLE_START_SECRET }
  expect(noticesOf(live)).toEqual([expect.stringMatching(/^CONSOLE_START_SECRET is not used: /)])
  expect(noticesOf({ ...live, QOVERY_API_TOKEN: 'qov_0123456789' })).toEqual([])
})

const ownAddresses: [api: string, place: Record<string, string>][] = [
  ['http://127.0.0.1:4180', {}],
  ['http://localhost:4180/api', {}],
  ['http://[::1]:8080', { HOST: '::1', PORT: '8080' }],
  ['http://[::1]:4180', { HOST: '::1%lo' }],
  ['http://127.0.0.1:4180', { HOST: 'LOCALHOST' }],
  ['http://[::1]:4180', { HOST: '0:0:0:0:0:0:0:1' }],
  ['http://127.0.0.1:4180', { HOST: '::ffff:127.0.0.1' }],
  ['http://[::ffff:127.0.0.1]:4180', {}],
  ['http://127.0.0.2:4180', { HOST: '0.0.0.0', PUBLIC_ORIGIN: 'https://a.example' }],
  ['http://127.0.0.1/api', { PORT: '80' }],
  ['https://127.0.0.1/api', { PORT: '443' }],
  ['https://A.example/api', { PUBLIC_ORIGIN: 'https://a.example' }],
]

test.each(ownAddresses)('%s with %j would call itself on and on', (api, place) => {
  expect(problemsOf({ QOVERY_API_URL: api, ...place })).toEqual([
    expect.stringMatching(/^QOVERY_API_URL is the address of the console itself: /),
  ])
})

test.each<(typeof ownAddresses)[number]>([
  ['http://127.0.0.1:4181', {}],
  ['http://127.0.0.2:4180', {}],
  ['http://localhost:4180', { HOST: '127.0.0.2' }],
  ['http://[::1]:4180', {}],
  ['http://[::1]:4180', { HOST: 'fe80::1%eth0', PUBLIC_ORIGIN: 'https://a.example' }],
  ['http://127.0.0.1:4180', { PORT: '0' }],
  ['https://api.a.example', { PUBLIC_ORIGIN: 'https://a.example' }],
])('%s with %j is another server', (api, place) => {
  expect(problemsOf({ QOVERY_API_URL: api, ...place })).toEqual([])
})

test.each([' ', ' /data', '/data ', '/data\t', '/data\r', '/data\u200B', '\u2060/data', '"/data"'])(
  'a data folder %j is another one than was meant',
  (folder) => {
    expect(problemsOf({ DATA_DIR: folder })).toEqual([
      expect.stringMatching(/^DATA_DIR (?:has|is) /),
    ])
  },
)
