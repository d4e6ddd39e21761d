import { expect } from 'playwright/test'
import { expectSafe, marker } from '../http/expect-safe'
import { heldToken, startSecret, test, typedToken, type Testbed } from '../servers/live-console'
import { sendBytes, values } from '../http/raw-http'
import { fromPage, jsonPost, requestBytes } from '../http/request-bytes'
import { projectId, valueSecretId } from '../servers/upstream/model'

const aliasTarget = `/api/project/${projectId}/secret/${valueSecretId}/alias`
const secretsTarget = `/api/project/${projectId}/secret`
const authorization = `authorization: Token ${typedToken}`

/** Sends one request to a stand and holds its one answer to what every answer has in common. */
const ask = async (testbed: Testbed, mode: 'sandbox' | 'live', ...bytes: (string | number)[]) => {
  const answers = await sendBytes(testbed.port, ...bytes)
  const [answer] = answers
  if (answer === undefined) throw new Error('no answer came')
  expect(answers.length, 'answers on the connection').toBe(1)
  expectSafe(answer, { mode })
  return answer
}

const alias = (key: string) =>
  JSON.stringify({ key, description: null, enable_interpolation_in_file: false })

const otherPort = (port: number) => (port === 65_535 ? 1024 : port + 1)

test.describe('Host', () => {
  const refused: [what: string, lines: (port: number) => string[]][] = [
    ['missing', () => []],
    ['empty', () => ['host:']],
    ['foreign', () => [`host: ${marker}.example`]],
    ['foreign, with our port', (port) => [`host: ${marker}.example:${port}`]],
    ['ours without its port', () => ['host: 127.0.0.1']],
    ['ours with another port', (port) => [`host: 127.0.0.1:${otherPort(port)}`]],
    ['ours with a padded port', (port) => [`host: 127.0.0.1:0${port}`]],
    ['ours with a trailing dot', (port) => [`host: localhost.:${port}`]],
    ['ours with user info', (port) => [`host: ${marker}@127.0.0.1:${port}`]],
    ['ours as user info of another', (port) => [`host: 127.0.0.1:${port}@${marker}.example`]],
    ['ours as a subdomain of another', (port) => [`host: 127.0.0.1.${marker}.example:${port}`]],
    ['another notation of the address', (port) => [`host: 2130706433:${port}`]],
    ['a shorter notation of the address', (port) => [`host: 127.1:${port}`]],
    ['any address', (port) => [`host: 0.0.0.0:${port}`]],
    ['two in one', (port) => [`host: 127.0.0.1:${port}, ${marker}.example`]],
    ['the same twice', (port) => [`host: 127.0.0.1:${port}`, `host: 127.0.0.1:${port}`]],
    ['ours, then another', (port) => [`host: 127.0.0.1:${port}`, `Host: ${marker}.example`]],
    ['another, then ours', (port) => [`Host: ${marker}.example`, `host: 127.0.0.1:${port}`]],
  ]
  // A foreign name that resolves here is DNS rebinding: it must get nothing, a file as little as a secret.
  const targets = ['/', '/favicon.svg', '/assets/none.js', '/nowhere', '/api/organization']

  for (const [what, lines] of refused) {
    test(`a request whose Host is ${what} is refused everywhere`, async ({ testbeds }) => {
      const ofEach = async (testbed: Testbed, mode: 'sandbox' | 'live') => {
        const headers = [...lines(testbed.port), 'sec-fetch-site: same-origin', authorization]
        const answers = targets.map((target) =>
          ask(testbed, mode, requestBytes({ target, headers })),
        )
        return (await Promise.all(answers)).map(({ status }) => status)
      }
      expect(await ofEach(testbeds.live, 'live')).toEqual(targets.map(() => 403))
      expect(await ofEach(testbeds.sandbox, 'sandbox')).toEqual(targets.map(() => 403))
      expect(testbeds.live.upstream.requests).toEqual([])
    })
  }

  test('an HTTP/1.0 request without a Host is refused', async ({ testbeds }) => {
    expect((await ask(testbeds.live, 'live', 'GET / HTTP/1.0\r\n\r\n')).status).toBe(403)
  })

  test('each of our names is answered, in any case of its letters', async ({ testbeds }) => {
    const { live } = testbeds
    const answers = ['127.0.0.1', 'localhost', 'LocalHost', '[::1]'].map((name) =>
      ask(live, 'live', requestBytes({ headers: [`host: ${name}:${live.port}`] })),
    )
    const statuses = (await Promise.all(answers)).map(({ status }) => status)
    expect(statuses).toEqual([200, 200, 200, 200])
  })
})

test.describe('target', () => {
  const refused = [
    `http://${marker}.example/api/organization`,
    `//${marker}.example/api/organization`,
    `/\\${marker}.example/`,
    '//api/organization',
    '/api/../organization',
    '/api/./organization',
    '/api/..',
    '/api/%2e%2e/organization',
    '/api/%2E%2e%2forganization',
    '/api/organization%2f',
    '/api%2forganization',
    '/api%5corganization',
    '/api\\organization',
    '/api/organization%00',
    '/api/organization%',
    '/api/organization%zz',
    '/api/organization#fragment',
    'api/organization',
    '*',
    '?',
  ]
  const unknown = [
    `/api@${marker}.example/organization`,
    `/api.${marker}.example/organization`,
    `/api:80@${marker}.example/organization`,
    '/api/',
    '/api/organization/',
    '/api//organization',
    '/api/Organization',
    '/API/organization',
    '/api/%6frganization',
    '/api/organization;a=b',
    `/api/organization/${projectId}%0a`,
    `/api/project/${projectId}/secret/${valueSecretId}/alias/`,
    `/api/project/${projectId}0/secret`,
    '/api/project/1/secret',
    `/api/variable/${valueSecretId}/value`,
    `/api/environment/${projectId}/deploy`,
    `/api/helm/${projectId}/secret`,
    `/api/organization/${projectId}/apiToken`,
  ]
  const incomplete = [
    '/api/variable',
    `/api/variable?parent_id=${projectId}&scope=PROJECT`,
    `/api/variable?parent_id=${projectId}&parent_id=${projectId}&scope=HELM`,
    `/api/organization/${projectId}/services`,
  ]

  for (const [status, targets] of [
    [400, [...refused, ...incomplete]],
    [404, unknown],
  ] as const) {
    for (const target of targets) {
      test(`the target ${target} is answered ${status} and goes nowhere`, async ({ testbeds }) => {
        const { live } = testbeds
        const headers = [...fromPage(live.host), authorization]
        const answer = await ask(live, 'live', requestBytes({ target, headers }))
        expect(answer.status).toBe(status)
        expect(live.upstream.requests).toEqual([])
      })
    }
  }

  test('an absolute-form target to a listening port goes nowhere', async ({ testbeds }) => {
    const { live } = testbeds
    const targets = [
      `${live.tripwire.origin}/api/organization`,
      `//127.0.0.1:${live.tripwire.port}/api/organization`,
      `/api/@127.0.0.1:${live.tripwire.port}/organization`,
      `/api@127.0.0.1:${live.tripwire.port}/organization`,
      `http://${live.host}@127.0.0.1:${live.tripwire.port}/api/organization`,
    ]
    const headers = [...fromPage(live.host), authorization]
    const answers = targets.map((target) => ask(live, 'live', requestBytes({ target, headers })))
    const statuses = (await Promise.all(answers)).map(({ status }) => status)
    expect(statuses).toEqual([400, 400, 404, 404, 400])
    expect(live.upstream.requests).toEqual([])
  })

  test('a query reaches nobody', async ({ testbeds }) => {
    const { live } = testbeds
    const target = `/api/organization?url=${live.tripwire.origin}/${marker}`
    const headers = [...fromPage(live.host), authorization]
    await ask(live, 'live', requestBytes({ target, headers }))
    expect(live.upstream.requests.map((request) => request.target)).toEqual(['/organization'])
  })
})

test.describe('method', () => {
  const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'PURGE']

  for (const [target, allow] of [
    ['/', 'GET, HEAD'],
    ['/favicon.svg', 'GET, HEAD'],
    ['/nowhere', 'GET, HEAD'],
    ['/api/organization', 'GET'],
    [secretsTarget, 'GET'],
    [aliasTarget, 'POST'],
    [`${secretsTarget}/${valueSecretId}`, 'PUT, DELETE'],
  ] as const) {
    test(`${target} refuses every other method and says which it knows`, async ({ testbeds }) => {
      const { live } = testbeds
      const known: string[] = allow.split(', ')
      const headers = [...fromPage(live.host), authorization]
      const answers = methods
        .filter((method) => !known.includes(method))
        .map((method) => ask(live, 'live', requestBytes({ method, target, headers })))
      for (const answer of await Promise.all(answers)) {
        expect(answer.status).toBe(405)
        expect(values(answer, 'allow')).toEqual([allow])
      }
      expect(live.upstream.requests).toEqual([])
    })
  }
})

test.describe('who calls', () => {
  const foreign: [what: string, lines: (testbed: Testbed) => string[]][] = [
    ['a page of another site', () => ['sec-fetch-site: cross-site']],
    ['a page on another port', () => ['sec-fetch-site: same-site']],
    ['the address bar', () => ['sec-fetch-site: none']],
    ['an unknown relation', () => [`sec-fetch-site: ${marker}`]],
    ['two relations', () => ['sec-fetch-site: same-origin', 'sec-fetch-site: cross-site']],
    ['an old browser with a foreign origin', () => [`origin: http://${marker}.example`]],
    ['an old browser with our origin', ({ host }) => [`origin: http://${host}`]],
    ['an opaque origin', () => ['origin: null', 'sec-fetch-site: same-origin']],
    [
      'an origin of another port',
      ({ port }) => [`origin: http://127.0.0.1:${otherPort(port)}`, 'sec-fetch-site: same-origin'],
    ],
    [
      'an origin of another scheme',
      ({ host }) => [`origin: https://${host}`, 'sec-fetch-site: same-origin'],
    ],
    [
      'another of our own names',
      ({ port }) => [`origin: http://localhost:${port}`, 'sec-fetch-site: same-origin'],
    ],
    ['an empty origin', () => ['origin:', 'sec-fetch-site: same-origin']],
  ]

  for (const [what, lines] of foreign) {
    test(`a call from ${what} is refused, reading as much as writing`, async ({ testbeds }) => {
      const fromEach = async (testbed: Testbed, mode: 'sandbox' | 'live') => {
        const headers = [
          `host: ${testbed.host}`,
          ...lines(testbed),
          authorization,
          `x-console-start: ${startSecret}`,
        ]
        const [read, write] = await Promise.all([
          ask(testbed, mode, requestBytes({ target: secretsTarget, headers })),
          ask(testbed, mode, jsonPost(aliasTarget, headers, alias('FOREIGN'))),
        ])
        expect([read.status, write.status]).toEqual([403, 403])
        expect(values(write, 'x-console-sent')).toEqual(['no'])
        expect(testbed.upstream.requests).toEqual([])
      }
      await Promise.all([
        fromEach(testbeds.live, 'live'),
        fromEach(testbeds.held, 'live'),
        fromEach(testbeds.sandbox, 'sandbox'),
      ])
    })
  }

  test('the own page is served, with an Origin and without one', async ({ testbeds }) => {
    const { live } = testbeds
    const call = (...lines: string[]) =>
      ask(live, 'live', requestBytes({ target: secretsTarget, headers: [...lines, authorization] }))
    expect((await call(...fromPage(live.host))).status).toBe(200)
    expect((await call(`host: ${live.host}`, 'sec-fetch-site: same-origin')).status).toBe(200)
  })

  test('a program that brings its own token is served, one without is not', async ({
    testbeds,
  }) => {
    const { live, sandbox } = testbeds
    const call = (host: string, ...more: string[]) =>
      requestBytes({ target: '/api/organization', headers: [`host: ${host}`, ...more] })
    expect((await ask(live, 'live', call(live.host, authorization))).status).toBe(200)
    expect((await ask(live, 'live', call(live.host))).status).toBe(401)
    const own = 'authorization: Token qov_sandbox'
    expect((await ask(sandbox, 'sandbox', call(sandbox.host, own))).status).toBe(200)
    expect((await ask(sandbox, 'sandbox', call(sandbox.host))).status).toBe(401)
  })
})

test.describe('body', () => {
  const page = (testbed: Testbed) => [...fromPage(testbed.host), authorization]
  const post = (headers: string[], body: string) =>
    requestBytes({
      method: 'POST',
      target: aliasTarget,
      headers: [...headers, `content-length: ${Buffer.byteLength(body)}`],
      body,
    })

  for (const type of [
    undefined,
    '',
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=b',
    'application/json-patch+json',
    'application/jsonx',
    'text/json',
    'application/json; charset=utf-16',
    'text/plain, application/json',
    `application/json; x=${marker}`,
  ]) {
    test(`a body of the type ${type ?? 'that is not told'} is refused`, async ({ testbeds }) => {
      const { live } = testbeds
      const line = type === undefined ? [] : [`content-type: ${type}`]
      const bytes = post([...page(live), ...line], alias('TYPE'))
      expect((await ask(live, 'live', bytes)).status).toBe(415)
      expect(live.upstream.requests).toEqual([])
    })
  }

  test('a compressed body is refused', async ({ testbeds }) => {
    const { live } = testbeds
    const lines = ['content-type: application/json', 'content-encoding: gzip']
    const answer = await ask(live, 'live', post([...page(live), ...lines], alias('GZIP')))
    expect(answer.status).toBe(415)
  })

  for (const [what, body] of [
    ['cut JSON', '{"key":"A"'],
    ['no JSON', marker],
    ['nothing', ''],
    ['broken UTF-8', '{"key":"\xff"}'],
    ['a byte order mark and no JSON', '\xef\xbb\xbf'],
  ] as const) {
    test(`a body of ${what} is refused`, async ({ testbeds }) => {
      const { live } = testbeds
      const bytes = requestBytes({
        method: 'POST',
        target: aliasTarget,
        headers: [
          ...page(live),
          'content-type: application/json',
          `content-length: ${body.length}`,
        ],
        body,
      })
      expect((await ask(live, 'live', bytes)).status).toBe(400)
      expect(live.upstream.requests).toEqual([])
    })
  }

  // 64 KiB; the limit is the console's own.
  const padded = (length: number) => {
    const empty = alias('')
    return alias('P'.repeat(length - empty.length))
  }

  test('a body of 65,536 bytes passes', async ({ testbeds }) => {
    const { live } = testbeds
    expect(
      (await ask(live, 'live', jsonPost(aliasTarget, page(live), padded(65_536)))).status,
    ).toBe(201)
  })

  test('a body of 65,537 bytes is refused', async ({ testbeds }) => {
    const { live } = testbeds
    expect(
      (await ask(live, 'live', jsonPost(aliasTarget, page(live), padded(65_537)))).status,
    ).toBe(413)
    expect(live.upstream.requests).toEqual([])
  })

  test('a body in chunks is counted too', async ({ testbeds }) => {
    const { live } = testbeds
    const chunked = (body: string) =>
      requestBytes({
        method: 'POST',
        target: aliasTarget,
        headers: [...page(live), 'content-type: application/json', 'transfer-encoding: chunked'],
        body: `${body.length.toString(16)}\r\n${body}\r\n0\r\n\r\n`,
      })
    expect((await ask(live, 'live', chunked(padded(65_536)))).status).toBe(201)
    expect((await ask(live, 'live', chunked(padded(65_537)))).status).toBe(413)
    expect(live.upstream.requests.length).toBe(1)
  })

  test('an announced length that is too long is refused before a byte of it', async ({
    testbeds,
  }) => {
    const { live } = testbeds
    const bytes = requestBytes({
      method: 'POST',
      target: aliasTarget,
      headers: [...page(live), 'content-type: application/json', 'content-length: 65537'],
    })
    expect((await ask(live, 'live', bytes)).status).toBe(413)
  })
})

test.describe('start secret', () => {
  const call = (testbed: Testbed, ...lines: string[]) =>
    requestBytes({ target: secretsTarget, headers: [...fromPage(testbed.host), ...lines] })

  for (const [what, lines] of [
    ['missing', []],
    ['empty', ['x-console-start:']],
    ['wrong', [`x-console-start: ${marker}`]],
    ['a part of it', [`x-console-start: ${startSecret.slice(0, -1)}`]],
    ['longer', [`x-console-start: ${startSecret}0`]],
    ['in other letters', [`x-console-start: ${startSecret.toUpperCase()}`]],
    ['twice', [`x-console-start: ${startSecret}`, `x-console-start: ${startSecret}`]],
  ] as const) {
    test(`where the server holds the token, a start secret that is ${what} opens nothing`, async ({
      testbeds,
    }) => {
      const { held } = testbeds
      const answer = await ask(held, 'live', call(held, ...lines))
      expect(answer.status).toBe(401)
      expect(values(answer, 'x-console-sent')).toEqual(['no'])
      expect(held.upstream.requests).toEqual([])
    })
  }

  test('a token of one’s own does not replace the start secret', async ({ testbeds }) => {
    const { held } = testbeds
    const headers = [`host: ${held.host}`, authorization]
    const answer = await ask(held, 'live', requestBytes({ target: secretsTarget, headers }))
    expect(answer.status).toBe(401)
    expect(held.upstream.requests).toEqual([])
  })

  test('with it, the server adds its token and shows it to nobody', async ({ testbeds }) => {
    const { held } = testbeds
    const answer = await ask(held, 'live', call(held, `x-console-start: ${startSecret}`))
    expect(answer.status).toBe(200)
    expect(JSON.stringify(answer)).not.toContain(heldToken)
    expect(
      held.upstream.requests.map(({ headers }) => new Map(headers).get('authorization')),
    ).toEqual([`Token ${heldToken}`])
  })

  test('the page itself holds neither the token nor the start secret', async ({ testbeds }) => {
    const { held } = testbeds
    const page = await ask(held, 'live', requestBytes({ headers: [`host: ${held.host}`] }))
    expect(page.status).toBe(200)
    expect(page.body).toContain('name="console-token" content="server"')
    expect(JSON.stringify(page)).not.toContain(heldToken)
    expect(JSON.stringify(page)).not.toContain(startSecret)
  })
})

test.describe('files', () => {
  for (const target of [
    '/.vite/manifest.json',
    '/package.json',
    '/.env',
    '/assets/',
    '/assets/../index.html',
    '/index.html',
    '/server/main.js',
    '/__proto__',
    '/constructor',
  ]) {
    test(`${target} names no file that is served`, async ({ testbeds }) => {
      const { live } = testbeds
      const bytes = requestBytes({ target, headers: [`host: ${live.host}`] })
      const answer = await ask(live, 'live', bytes)
      expect([400, 404]).toContain(answer.status)
    })
  }

  test('a file whose name changes with its content is kept, all others are not', async ({
    testbeds,
  }) => {
    const { live } = testbeds
    const headers = [`host: ${live.host}`]
    const page = await ask(live, 'live', requestBytes({ headers }))
    const scripts = [...page.body.matchAll(/"(\/assets\/[^"]+)"/g)].map(([, path = '']) => path)
    expect(scripts.length).toBeGreaterThan(0)
    const files = scripts.map((target) => sendBytes(live.port, requestBytes({ target, headers })))
    for (const answer of (await Promise.all(files)).flat()) {
      expect(answer.status).toBe(200)
      expectSafe(answer, { mode: 'live', hashed: true })
    }
  })

  test('HEAD answers with the headers of GET and no body', async ({ testbeds }) => {
    const { live } = testbeds
    const headers = [`host: ${live.host}`]
    const get = await ask(live, 'live', requestBytes({ headers }))
    const head = await ask(live, 'live', requestBytes({ method: 'HEAD', headers }))
    const lasting = ({ headers: all }: typeof get) => all.filter(([name]) => name !== 'date')
    expect(lasting(head)).toEqual(lasting(get))
    expect(head.body).toBe('')
  })
})
