import { once } from 'node:events'
import { createServer, request, type IncomingHttpHeaders } from 'node:http'
import { text as readText } from 'node:stream/consumers'
import { afterAll, expect, test } from 'vitest'
import { noParams } from '../../qovery/all-routes'
import { createApp } from './app'
import type { Assets } from '../page/assets'
import type { Answer, Call } from '../http/backend'
import { knownOrigins } from '../http/guards'
import { securityHeaders } from '../http/headers'
import { portOf } from './port-of'
import { createStartGuard } from '../http/start-guard'

const host = '127.0.0.1:4180'
const origin = `http://${host}`
const id = '3c90c3cc-0d44-4b50-8888-8dd25736052a'
const aliases = `/api/project/${id}/secret/${id}/alias`
const startSecret = 'start-secret-0123456789abcdefghij'
const policy = securityHeaders({ upstream: undefined, publicOrigin: undefined })

const asset = (type: string, text: string) => ({
  type,
  encodings: { identity: Buffer.from(text), br: Buffer.from('br'), gzip: Buffer.from('gzip') },
})
const assets: Assets = new Map([
  ['/assets/main-abcdefgh.js', asset('text/javascript', 'script')],
  ['/icon.svg', asset('image/svg+xml', 'icon')],
])

interface TestApp {
  answer?: Answer | Error
  secret?: string
}

interface Init {
  method?: string
  headers?: Record<string, string>
  body?: string
}

const servers: ReturnType<typeof createServer>[] = []
afterAll(() => {
  for (const server of servers) server.close()
})

const appOf = ({ answer = { status: 200, body: '{}' }, secret }: TestApp = {}) => {
  const calls: Call[] = []
  const lines: string[] = []
  const app = createApp({
    policy: Object.entries(policy).flat(),
    origins: knownOrigins({ host: '127.0.0.1', publicOrigin: undefined }, 4180),
    startGuard:
      secret === undefined ? undefined : createStartGuard({ secret, onNextCode: () => undefined }),
    log: (line) => lines.push(line),
    page: {
      assets,
      index: { form: asset('text/html', 'form'), shell: asset('text/html', 'shell') },
    },
    backend: async (call) => {
      calls.push(call)
      if (answer instanceof Error) throw answer
      return answer
    },
  })
  const server = createServer(app).listen(0, '127.0.0.1')
  servers.push(server)

  const ask = async (path: string, { method = 'GET', headers = {}, body }: Init = {}) => {
    if (!server.listening) await once(server, 'listening')
    return new Promise<{ status: number; headers: IncomingHttpHeaders; body: string }>(
      (resolve, reject) => {
        const outgoing = request(
          {
            host: '127.0.0.1',
            port: portOf(server),
            method,
            path,
            // The name that the app believes in; the port it listens on is another.
            headers: { host, ...headers },
            agent: false,
          },
          (incoming) => {
            const { statusCode: status = 0 } = incoming
            readText(incoming).then(
              (whole) => resolve({ status, headers: incoming.headers, body: whole }),
              reject,
            )
          },
        )
        outgoing.on('error', reject)
        outgoing.end(body)
      },
    )
  }
  return { ask, calls, lines }
}

const fromPage = { 'sec-fetch-site': 'same-origin', origin }
const post = (more: Record<string, string> = {}, body = '{"key":"A"}') => ({
  method: 'POST',
  headers: { ...fromPage, 'content-type': 'application/json', ...more },
  body,
})

test('every kind of answer carries every header of the policy, and is not stored', async () => {
  const { ask } = appOf({ answer: new Error('crash') })
  const answers = await Promise.all([
    ask('/'),
    ask('/nowhere'),
    ask('/', { method: 'POST' }),
    ask('/assets/missing-abcdefgh.js'),
    ask('/api/nowhere'),
    ask('/api/organization', { method: 'DELETE' }),
    ask('/api/organization'),
    ask('/api/organization', { headers: fromPage }),
  ])
  expect(answers.map(({ status }) => status)).toEqual([200, 404, 405, 404, 404, 405, 401, 500])
  for (const answer of answers) {
    expect(answer.headers).toMatchObject(policy)
    expect(answer.headers['cache-control']).toBe('no-store')
  }
})

test('HSTS is sent for a public https origin only', () => {
  const hsts = (publicOrigin: string | undefined) =>
    securityHeaders({ upstream: undefined, publicOrigin })['strict-transport-security']
  expect(hsts('https://console.example')).toBe('max-age=31536000')
  expect([undefined, 'https://localhost:8443', 'http://localhost'].map(hsts)).toEqual([
    undefined,
    undefined,
    undefined,
  ])
})

test.each([
  ['br, gzip', 'br', 'br'],
  ['gzip;q=1.0, br;q=0', 'gzip', 'gzip'],
  ['gzip, deflate', 'gzip', 'gzip'],
  ['identity', undefined, 'script'],
  ['broken', undefined, 'script'],
])('a browser that accepts %j gets %s', async (accepted, encoding, body) => {
  const answer = await appOf().ask('/assets/main-abcdefgh.js', {
    headers: { 'accept-encoding': accepted },
  })
  expect(answer.headers['content-encoding']).toBe(encoding)
  expect(answer.headers['vary']).toBe('accept-encoding')
  expect(answer.headers['content-length']).toBe(String(body.length))
  expect(answer.body).toBe(body)
})

test('only a file whose name changes with its content is stored', async () => {
  const { ask } = appOf()
  const stored = async (path: string) => (await ask(path)).headers['cache-control']
  expect(await stored('/assets/main-abcdefgh.js')).toBe('public, max-age=31536000, immutable')
  expect(await stored('/icon.svg')).toBe('no-store')
  expect(await stored('/')).toBe('no-store')
})

test.each([
  ['/', 200],
  [`/project/${id}/secret/${id}`, 200],
  [`/project/${id}/secret/${id}/`, 200],
  ['/index.html', 404],
  ['/project', 200],
  [`/project/${id}`, 200],
  [`/project/${id}/secret`, 404],
  ['/api.html', 404],
])('%s shows the page with status %i', async (path, status) => {
  const answer = await appOf().ask(path)
  expect([answer.status, answer.body]).toEqual([status, path === '/' ? 'form' : 'shell'])
})

test('a file of an old build is not answered with a page', async () => {
  const answer = await appOf().ask('/assets/old-abcdefgh.js')
  expect(answer.status).toBe(404)
  expect(answer.headers['content-type']).toMatch('text/plain')
})

test('HEAD answers like GET without a body', async () => {
  const { ask } = appOf()
  const [get, head] = await Promise.all([ask('/icon.svg'), ask('/icon.svg', { method: 'HEAD' })])
  expect(head.headers).toEqual(get.headers)
  expect(head.body).toBe('')
})

test('a call from the page reaches the backend with its ids, body and key', async () => {
  const { ask, calls } = appOf()
  const key = 'ABCDEF01-2345-4678-89AB-CDEF01234567'
  await ask(
    aliases.toUpperCase().replace(/API|PROJECT|SECRET|ALIAS/g, (word) => word.toLowerCase()),
    {
      ...post({ 'idempotency-key': key }),
    },
  )
  expect(calls).toEqual([
    {
      operation: 'createProjectSecretAlias',
      params: { ...noParams, projectId: id, secretId: id },
      body: '{"key":"A"}',
      authorization: undefined,
      idempotencyKey: key.toLowerCase(),
    },
  ])
})

test('of a query the backend gets what the call needs, as it is known', async () => {
  const { ask, calls } = appOf()
  const query = `more=1&scope=HELM&parent_id=${id.toUpperCase()}`
  await ask(`/api/variable?${query}`, { headers: fromPage })
  expect(calls).toMatchObject([
    { operation: 'listVariables', params: { ...noParams, ownerId: id, scope: 'HELM' } },
  ])
})

test.each([
  ['an unknown path', '/api/cluster', {}, 404],
  ['a call without its query', '/api/variable', {}, 400],
  ['a call with half its query', `/api/variable?parent_id=${id}`, {}, 400],
  ['no path', '/api', {}, 404],
  ['an id that is none', '/api/project/1/secret', {}, 404],
  ['a method that the path does not know', aliases, { method: 'PUT', headers: fromPage }, 405],
  ['HEAD', '/api/organization', { method: 'HEAD', headers: fromPage }, 405],
  ['another site', '/api/organization', { headers: { 'sec-fetch-site': 'cross-site' } }, 403],
  ['a program without credentials', '/api/organization', {}, 401],
  ['a form', aliases, post({ 'content-type': 'text/plain' }), 415],
  ['a long body', aliases, post({}, `"${'x'.repeat(64 * 1024)}"`), 413],
  ['no JSON', aliases, post({}, 'key=value'), 400],
  ['a key that is no UUID', aliases, post({ 'idempotency-key': 'again' }), 400],
])(
  '%s is refused before the backend, and says that nothing was sent',
  async (_, path, init, status) => {
    const { ask, calls } = appOf()
    const answer = await ask(path, init)
    expect(answer.status).toBe(status)
    expect(answer.headers['x-console-sent']).toBe('no')
    expect(calls).toEqual([])
  },
)

test('a refusal is fixed text', async () => {
  const answer = await appOf().ask(
    '/api/marker?marker=marker',
    post({ marker: 'marker' }, 'marker'),
  )
  expect(JSON.parse(answer.body)).toEqual({
    status: 404,
    error: 'Not Found',
    detail: expect.not.stringContaining('marker'),
    timestamp: expect.any(String),
  })
})

test('a method that a path does not know is told those that it knows', async () => {
  const answer = await appOf().ask(`/api/project/${id}/secret/${id}`, { headers: fromPage })
  expect(answer.headers['allow']).toBe('PUT, DELETE')
})

test.each([
  ['missing', {}],
  ['wrong', { 'x-console-start': 'wrong' }],
  ['missing beside a token of one’s own', { authorization: 'Token qov_own' }],
])('where the server holds the token, a start secret that is %s opens nothing', async (_, more) => {
  const { ask, calls } = appOf({ secret: startSecret })
  const answer = await ask(aliases, post(more))
  expect(answer).toMatchObject({ status: 401, headers: { 'x-console-start': 'required' } })
  expect(calls).toEqual([])
})

test('the start secret opens the API, and is exchanged for a pass that does', async () => {
  const { ask } = appOf({ secret: startSecret })
  const first = await ask(aliases, post({ 'x-console-start': startSecret }))
  expect(first.status).toBe(200)
  const pass = String(first.headers['x-console-start'])
  const next = await ask(aliases, post({ 'x-console-start': pass }))
  expect([next.status, next.headers['x-console-start']]).toEqual([200, undefined])
})

test('an answer passes with its headers and a request id', async () => {
  const given = { status: 429, body: '{"status":429}', headers: { 'retry-after': '5' } }
  const answer = await appOf({ answer: given }).ask(aliases, post())
  expect(answer.status).toBe(429)
  expect(answer.headers['content-type']).toBe('application/json')
  expect(answer.headers['retry-after']).toBe('5')
  expect(answer.headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/)
  expect(answer.headers['x-console-sent']).toBeUndefined()
})

test('an answer without a body has no type either', async () => {
  const answer = await appOf({ answer: { status: 204, body: null } }).ask(
    `/api/project/${id}/secret/${id}`,
    { method: 'DELETE', headers: fromPage },
  )
  expect([answer.status, answer.headers['content-type']]).toEqual([204, undefined])
})

test('a crash is answered without a word of it, and not as "nothing was sent"', async () => {
  const { ask, lines } = appOf({ answer: new TypeError('marker') })
  const answer = await ask(aliases, post())
  expect(answer.status).toBe(500)
  expect(lines[0]).toMatch(/^The server failed on a request: TypeError\n +at /)
  expect(lines.join()).not.toContain('marker')
  expect(answer.headers['x-console-sent']).toBeUndefined()
  expect(answer.body).not.toContain('marker')
})

test('the log has a line for each call, of nothing that was sent', async () => {
  const answer = { status: 201, body: '{}', headers: { 'x-request-id': 'r1' } }
  const { ask, lines } = appOf({ answer })
  await ask(`${aliases}?key=marker`, post({ authorization: 'Token marker' }, '{"key":"marker"}'))
  await ask('/api/marker')
  expect(lines[0]).toMatch(
    /^POST \/project\/\{projectId\}\/secret\/\{secretId\}\/alias 201 \d+ ms r1$/,
  )
  expect(lines[1]).toMatch(/^GET - 404 \d+ ms [0-9a-f-]{36}$/)
})
