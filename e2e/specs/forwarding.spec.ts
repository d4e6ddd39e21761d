import { randomUUID } from 'node:crypto'
import { expect } from 'playwright/test'
import { startConsoleServer } from '../servers/console-server'
import { expectSafe } from '../http/expect-safe'
import { freePort } from '../http/listen'
import { test, typedToken, type Testbed } from '../servers/live-console'
import { sendBytes, values, type RawAnswer } from '../http/raw-http'
import { fromPage, jsonPost, requestBytes } from '../http/request-bytes'
import * as connection from '../servers/upstream/broken-connections'
import type { Answer } from '../servers/upstream/fault'
import * as hostile from '../servers/upstream/hostile-answers'
import {
  builtInSecretId,
  environmentSecretId,
  fileSecretId,
  organizationId,
  otherProjectId,
  projectId,
  valueSecretId,
} from '../servers/upstream/model'
import * as refusals from '../servers/upstream/refusals'
import * as useless from '../servers/upstream/useless-answers'

const aliasTarget = `/api/project/${projectId}/secret/${valueSecretId}/alias`
const key = 'FORWARDED_ALIAS'
const body = JSON.stringify({ key, description: null, enable_interpolation_in_file: false })

interface PostOptions {
  lines?: readonly string[]
  token?: string
}

const post = async (testbed: Testbed, { lines = [], token = typedToken }: PostOptions = {}) => {
  const headers = [...fromPage(testbed.host), `authorization: Token ${token}`, ...lines]
  const answers = await sendBytes(testbed.port, jsonPost(aliasTarget, headers, body))
  const [answer] = answers
  if (answer === undefined || answers.length > 1) throw new Error('not exactly one answer came')
  expectSafe(answer, { mode: 'live' })
  return answer
}

/** What the page must not take for certain: Qovery may have seen the call. */
const expectUnknown = (answer: RawAnswer, status: number) => {
  expect(answer.status).toBe(status)
  expect(values(answer, 'x-console-sent')).toEqual([])
  expect(JSON.parse(answer.body)).toMatchObject({ status, detail: expect.stringMatching(/\S/) })
}

const callsOf = (secrets: string) => [
  ['GET', secrets],
  ['POST', `${secrets}/${valueSecretId}/alias`],
  ['PUT', `${secrets}/${valueSecretId}`],
  ['DELETE', `${secrets}/${valueSecretId}`],
]

test.describe('a known call', () => {
  const secrets = `/project/${projectId}/secret`
  const rows: [method: string, path: string, status: number][] = [
    ['GET', '/organization', 200],
    ['GET', `/organization/${organizationId}/project`, 200],
    ['GET', `/project/${otherProjectId}`, 200],
    ['GET', secrets, 200],
    ['POST', `${secrets}/${builtInSecretId}/alias`, 201],
    ['POST', `${secrets}/${environmentSecretId}/alias`, 400],
    ['PUT', `${secrets}/${fileSecretId}`, 200],
    ['DELETE', `${secrets}/${fileSecretId}`, 204],
    ['GET', `/project/${projectId}/environment`, 200],
    ['GET', `/organization/${organizationId}/services?project_id=${projectId}`, 200],
    ['GET', `/environment/${projectId}/services`, 200],
    // A project is no environment and no service: that, too, reaches the page.
    ...[
      ...['environment', 'application', 'container', 'job'].flatMap((kind) =>
        callsOf(`/${kind}/${projectId}/secret`),
      ),
      ['GET', `/variable?parent_id=${projectId}&scope=AGENTIC_WORKFLOW`],
    ].map(([method = '', path = '']): [string, string, number] => [method, path, 404]),
    // Its body lacks the place.
    ['POST', `/variable/${valueSecretId}/alias`, 400],
    ['PUT', `/variable/${valueSecretId}`, 200],
    ['DELETE', `/variable/${valueSecretId}`, 204],
  ]
  for (const [method, path, status] of rows) {
    test(`${method} ${path} reaches Qovery as it is, and its ${status} the page`, async ({
      testbeds,
    }) => {
      const { live } = testbeds
      const headers = [...fromPage(live.host), `authorization: Bearer ${typedToken}`]
      const withBody = method === 'POST' || method === 'PUT'
      const lines = withBody
        ? ['content-type: application/json', `content-length: ${body.length}`]
        : []
      const bytes = requestBytes({
        method,
        target: `/api${path}`,
        headers: [...headers, ...lines],
        body: withBody ? body : '',
      })
      const [answer] = await sendBytes(live.port, bytes)
      if (answer === undefined) throw new Error('no answer came')
      expectSafe(answer, { mode: 'live' })
      expect(answer.status).toBe(status)
      expect(live.upstream.requests).toMatchObject([
        { method, target: path, body: withBody ? body : '' },
      ])
    })
  }
})

test('what the console never calls is refused, and nothing of it reaches Qovery', async ({
  testbeds,
}) => {
  const { live } = testbeds
  const calls = [
    ['GET', `/organization/${organizationId}`],
    ...['environment', 'application', 'container', 'job'].flatMap((kind) => [
      ['POST', `/${kind}/${projectId}/secret`],
      ['POST', `/${kind}/${projectId}/secret/${valueSecretId}/override`],
    ]),
    ['POST', '/variable'],
    ['POST', `/variable/${valueSecretId}/override`],
  ]
  for (const [method = '', path = ''] of calls) {
    const headers = [...fromPage(live.host), `authorization: Bearer ${typedToken}`]
    const bytes =
      method === 'POST'
        ? jsonPost(`/api${path}`, headers, body)
        : requestBytes({ method, target: `/api${path}`, headers, body: '' })
    const [answer] = await sendBytes(live.port, bytes)
    if (answer === undefined) throw new Error('no answer came')
    expectSafe(answer, { mode: 'live' })
    expect(answer.status).toBe(404)
    expect(values(answer, 'x-console-sent')).toEqual(['no'])
  }
  expect(live.upstream.requests).toEqual([])
})

const mebibyte = 1024 ** 2

test.describe('an answer that proves nothing', () => {
  const rows: [what: string, answer: Answer][] = [
    ['a reset', connection.reset],
    ['a close', connection.close],
    ['half of a body', connection.cutBody],
    ['a chunk without an end', connection.cutChunks],
    ['a 201 without a body', useless.empty()],
    ['cut JSON', useless.truncatedJson],
    ['a page for a 201', useless.page()],
    ['a page for a 200', useless.page(200)],
    ['9 MiB of JSON', hostile.giant(9 * mebibyte)],
    ['a body without an end', hostile.endless],
    ['a compressed body', hostile.gzipBomb(9 * mebibyte)],
    ['the caller’s own token', useless.withFields({ description: `of ${typedToken}` })],
  ]
  for (const commit of [false, true]) {
    for (const [what, answer] of rows) {
      const when = commit ? 'after the alias was made' : 'before anything was made'
      test(`${what} ${when} becomes 502, after one POST`, async ({ testbeds }) => {
        const { live } = testbeds
        live.upstream.fault({ commit, answer })
        expectUnknown(await post(live), 502)
        expect(live.upstream.requests.map(({ method }) => method)).toEqual(['POST'])
        expect(live.upstream.aliases().length).toBe(commit ? 1 : 0)
      })
    }
  }

  for (const status of [301, 302, 303, 307, 308] as const) {
    test(`a redirect by ${status} is not followed and not passed on`, async ({ testbeds }) => {
      const { live } = testbeds
      const location = `${live.tripwire.origin}/project/${projectId}/secret`
      live.upstream.fault({ answer: hostile.redirect(status, location) })
      expectUnknown(await post(live), 502)
      expect(live.upstream.requests.length).toBe(1)
    })
  }

  test('silence becomes 504 after 30 s, wherever it begins', async ({ testbeds }) => {
    test.setTimeout(90_000)
    const { live } = testbeds
    const silences: Answer[] = [connection.hang, connection.hangMidBody, connection.drip(2000)]
    for (const answer of silences) live.upstream.fault({ commit: true, answer })
    const answers = await Promise.all(silences.map(() => post(live)))
    for (const answer of answers) expectUnknown(answer, 504)
    expect(live.upstream.requests.length).toBe(silences.length)
  })
})

test.describe('an answer that says something', () => {
  const rows: [what: string, status: number, answer: Answer][] = [
    ['unknown members, more fields and nulls', 201, useless.fromTheFuture],
    ['another key', 201, useless.otherKey('ANOTHER')],
    ['no id', 201, useless.without('id')],
    ['no key', 201, useless.without('key')],
    ['no scope', 201, useless.without('scope')],
    ['no time', 201, useless.without('created_at')],
    ['another success', 200, useless.otherStatus(200)],
    ['a promise', 202, useless.otherStatus(202)],
    ['a success without words', 204, useless.otherStatus(204)],
    ['7 MiB of JSON', 201, hostile.giant(7 * mebibyte)],
    ['markup', 201, hostile.hostile('markup')],
    ['reversed text', 201, hostile.hostile('bidi')],
    ['control characters', 201, hostile.hostile('control')],
    ['a prototype', 201, hostile.hostile('prototype')],
    ['long text', 201, hostile.hostile('long')],
    ['templates', 201, hostile.hostile('template')],
    ['half a character', 201, hostile.hostile('surrogate')],
    ['a scope rule', 400, refusals.wrongScope],
    ['an alias of an alias', 400, refusals.aliasOfAlias],
    ['a conflict in disguise', 400, refusals.alreadyExists],
    ['a bad token', 401, refusals.unauthorized],
    ['a missing right', 403, refusals.forbidden],
    ['a missing secret', 404, refusals.notFound],
    ['a taken key', 409, refusals.conflict(key)],
    ['a taken key and what has it', 409, refusals.conflict(key, { id: valueSecretId, key })],
    ['a refusal without a body', 403, refusals.speechless(403, 'none')],
    ['a refusal in plain text', 403, refusals.speechless(403, 'text')],
    ['a refusal in a list', 403, refusals.speechless(403, 'array')],
    ['a refusal on a page', 403, refusals.speechless(403, 'html')],
    ['a hostile refusal', 400, refusals.refusal(400, hostile.hostileStrings.markup)],
    ['a refusal full of prototypes', 400, hostile.hostileRefusal(400, 'prototype')],
    ['a broken service', 500, refusals.failure(500)],
    ['a broken gateway', 502, refusals.failure(502)],
    ['a slow gateway', 504, refusals.failure(504)],
  ]
  for (const [what, status, answer] of rows) {
    test(`${what} passes as a ${status} in JSON`, async ({ testbeds }) => {
      const { live } = testbeds
      live.upstream.fault({ commit: status < 300, answer })
      const passed = await post(live)
      expect(passed.status).toBe(status)
      expect(values(passed, 'x-console-sent')).toEqual([])
      expect(values(passed, 'content-type')).toEqual(status === 204 ? [] : ['application/json'])
      if (status !== 204) expect(() => JSON.parse(passed.body) as unknown).not.toThrow()
      expect(live.upstream.requests.length).toBe(1)
    })
  }

  for (const status of [429, 503] as const) {
    for (const retryAfter of ['7', 'Wed, 21 Oct 2065 07:28:00 GMT', '-1', '99999999999', 'soon']) {
      test(`a ${status} passes with its Retry-After of ${retryAfter}`, async ({ testbeds }) => {
        const { live } = testbeds
        live.upstream.fault({ answer: refusals.busy(status, retryAfter) })
        const answer = await post(live)
        expect(answer.status).toBe(status)
        expect(values(answer, 'retry-after')).toEqual([retryAfter])
      })
    }
    test(`a ${status} without a Retry-After gets none`, async ({ testbeds }) => {
      const { live } = testbeds
      live.upstream.fault({ answer: refusals.busy(status) })
      expect(values(await post(live), 'retry-after')).toEqual([])
    })
  }
})

test.describe('headers', () => {
  test('Qovery sees the few that it needs, and nothing of the browser', async ({ testbeds }) => {
    const { live } = testbeds
    const lines = [
      'accept: text/html',
      'accept-encoding: gzip, br',
      'accept-language: tlh',
      'cookie: session=1',
      `referer: http://${live.host}/?key=SECRET`,
      'user-agent: Browser/1.0',
      'x-forwarded-for: 203.0.113.7',
      'x-forwarded-host: other.example',
      'forwarded: for=203.0.113.7',
      'x-console-start: secret',
      'x-http-method-override: DELETE',
      'proxy-authorization: Basic c2VjcmV0',
      'range: bytes=0-1',
      'te: trailers',
      `idempotency-key: ${randomUUID()}`,
    ]
    expect((await post(live, { lines })).status).toBe(201)
    const [request] = live.upstream.requests
    expect(request?.headers.filter(([name]) => name !== 'connection').toSorted()).toEqual([
      ['accept', 'application/json'],
      ['accept-encoding', 'identity'],
      ['authorization', `Token ${typedToken}`],
      ['content-length', String(body.length)],
      ['content-type', 'application/json'],
      ['host', `127.0.0.1:${live.upstream.port}`],
      ['user-agent', 'alias-console'],
    ])
    expect(request?.body).toBe(body)
  })

  test('the page sees the few that it needs, and nothing of the rest', async ({ testbeds }) => {
    const { live } = testbeds
    live.upstream.fault({
      commit: true,
      answer: hostile.withHeaders([
        ['set-cookie', 'session=1; Path=/'],
        ['www-authenticate', 'Basic realm="Type your password"'],
        ['location', live.tripwire.origin],
        ['refresh', `0; url=${live.tripwire.origin}`],
        ['link', `<${live.tripwire.origin}>; rel=preload`],
        ['clear-site-data', '"*"'],
        ['access-control-allow-origin', '*'],
        ['content-security-policy', 'default-src *'],
        ['x-frame-options', 'ALLOWALL'],
        ['cache-control', 'public, max-age=600'],
        ['strict-transport-security', 'max-age=1'],
        ['x-console-mode', 'sandbox'],
        ['x-console-sent', 'no'],
        ['server', 'upstream'],
        ['retry-after', '3'],
        ['x-ratelimit-remaining', '999'],
        ['x-request-id', 'upstream-7'],
      ]),
    })
    const answer = await post(live)
    expect(answer.status).toBe(201)
    expect(values(answer, 'retry-after')).toEqual(['3'])
    expect(values(answer, 'x-ratelimit-remaining')).toEqual(['999'])
    expect(values(answer, 'x-request-id')).toEqual(['upstream-7'])
    expect(values(answer, 'x-console-sent')).toEqual([])
    const headers = JSON.stringify(answer.headers)
    for (const word of ['session', 'password', live.tripwire.origin, 'upstream"', '"*"']) {
      expect(headers).not.toContain(word)
    }
  })

  test('headers that come twice, or carry the token, are not passed on as they are', async ({
    testbeds,
  }) => {
    const { live } = testbeds
    live.upstream.fault({
      commit: true,
      answer: hostile.withHeaders([
        ['x-request-id', `of-${typedToken}`],
        ['x-ratelimit-limit', '1'],
        ['x-ratelimit-limit', '2'],
        ['content-type', 'text/html'],
      ]),
    })
    const answer = await post(live)
    expect(values(answer, 'x-request-id').length).toBe(1)
    expect(values(answer, 'x-ratelimit-limit').length).toBeLessThanOrEqual(1)
    expect(values(answer, 'content-type')).toEqual(['application/json'])
  })

  for (const [what, authorization] of [
    ['another scheme', 'Basic cW92OnF2'],
    ['two tokens', `Token ${typedToken} ${typedToken}`],
    ['letters that no token has', `Token ${typedToken}\xe9`],
    ['no token', 'Token'],
  ] as const) {
    test(`an Authorization with ${what} is refused and goes nowhere`, async ({ testbeds }) => {
      const { live } = testbeds
      const headers = [...fromPage(live.host), `authorization: ${authorization}`]
      const [answer] = await sendBytes(
        live.port,
        requestBytes({ target: '/api/organization', headers }),
      )
      if (answer === undefined) throw new Error('no answer came')
      expectSafe(answer, { mode: 'live' })
      expect(answer.status).toBe(401)
      expect(values(answer, 'x-console-sent')).toEqual(['no'])
      expect(live.upstream.requests).toEqual([])
    })
  }
})

test.describe('the same POST again', () => {
  const again = () => [`idempotency-key: ${randomUUID()}`]

  test('is answered as the first time, and reaches Qovery once', async ({ testbeds }) => {
    const { live } = testbeds
    const lines = again()
    const first = await post(live, { lines })
    const second = await post(live, { lines })
    expect([first.status, second.status]).toEqual([201, 201])
    expect(second.body).toBe(first.body)
    expect(live.upstream.requests.length).toBe(1)
  })

  test('shares the answer while the first is on its way', async ({ testbeds }) => {
    const { live } = testbeds
    const lines = again()
    live.upstream.fault({ commit: true, answer: connection.drip(1) })
    const answers = await Promise.all([1, 2, 3].map(() => post(live, { lines })))
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201])
    expect(new Set(answers.map((answer) => answer.body)).size).toBe(1)
    expect(live.upstream.requests.length).toBe(1)
  })

  test('gets a true answer where the first had none', async ({ testbeds }) => {
    const { live } = testbeds
    const lines = again()
    live.upstream.fault({ commit: true, answer: connection.reset })
    expectUnknown(await post(live, { lines }), 502)
    const second = await post(live, { lines })
    const [alias] = live.upstream.aliases()
    expect(second.status).toBe(409)
    expect(JSON.parse(second.body)).toMatchObject({ existing_variable: { id: alias?.id, key } })
    expect(live.upstream.aliases().length).toBe(1)
  })

  test('shows nobody else what the first caller was answered', async ({ testbeds }) => {
    const { live } = testbeds
    const lines = again()
    const first = await post(live, { lines })
    const other = await post(live, { lines, token: 'qov_somebody-else-0000000' })
    expect([first.status, other.status]).toEqual([201, 422])
    expect(other.body).not.toContain(key)
    expect(live.upstream.requests.length).toBe(1)
  })
})

test('where no connection stands, the answer says that nothing was sent', async () => {
  const nobody = await freePort()
  const server = await startConsoleServer({ QOVERY_API_URL: `http://127.0.0.1:${nobody}` })
  try {
    const { host, port } = new URL(server.url)
    const headers = [...fromPage(host), `authorization: Token ${typedToken}`]
    const [answer] = await sendBytes(Number(port), jsonPost(aliasTarget, headers, body))
    if (answer === undefined) throw new Error('no answer came')
    expectSafe(answer, { mode: 'live' })
    expect(answer.status).toBe(502)
    expect(values(answer, 'x-console-sent')).toEqual(['no'])
  } finally {
    await server.dispose()
  }
})
