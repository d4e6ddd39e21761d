import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib'
import * as zlib from 'node:zlib'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { TooLongError } from './gather'
import { passOn } from './pass-on'

const token = 'qov_0123456789abcdef'
const most = 1000
const answerOf = async (
  status: number,
  content: string | Buffer,
  headers: Record<string, string> = {},
) => {
  const { body, ...answer } = await passOn(
    { status, headers: new Map(Object.entries(headers)), content: Buffer.from(content) },
    { token, body: JSON.stringify({ key: 'DB_PASSWORD', description: 'of 2026, for Ana' }) },
    most,
  )
  return { ...answer, body: body === null ? null : Buffer.from(body).toString() }
}

test.each([200, 201, 400, 404, 409, 429, 500, 503])(
  'a %i in JSON passes as it came',
  async (status) => {
    expect(await answerOf(status, '{ "a": 1e400 }')).toEqual({
      status,
      body: '{ "a": 1e400 }',
      headers: {},
    })
  },
)

test.each([
  ['nothing', ''],
  ['half of JSON', '{"a":'],
  ['a page', '<html></html>'],
  ['broken UTF-8', Buffer.from([0x22, 0xff, 0x22])],
  ['the token', `{"detail":"${token}"}`],
  ['the token in other letters', `{"detail":"\\u0071${token.slice(1)}"}`],
  ['the token among other escapes', `{"a":"\\n\\u0071ov_\\u0030${token.slice(5)}"}`],
  ['the token in a field that a second one hides', `{"a":"${token}","a":""}`],
])('a 201 that holds %s becomes an unknown outcome', async (_, content) => {
  const answer = await answerOf(201, content)
  expect(answer.status).toBe(502)
  expect(answer.headers).toEqual({})
  expect(answer.body).not.toContain(token)
})

test.each(['', 'Forbidden', '<html></html>', `{"detail":"${token}"}`])(
  'a refusal in the words %j keeps its status and loses them',
  async (content) => {
    expect(await answerOf(403, content)).toEqual({
      status: 403,
      body: '{"status":403}',
      headers: {},
    })
  },
)

test.each([0, 100, 101, 199, 205, 300, 301, 304, 307, 399, 600, 999])(
  'the status %i becomes 502',
  async (status) => {
    expect(await answerOf(status, '{}', { location: 'https://evil.example' })).toMatchObject({
      status: 502,
      headers: {},
    })
  },
)

test('a 204 passes without a body', async () => {
  expect(await answerOf(204, '')).toEqual({ status: 204, body: null, headers: {} })
})

test.each([
  ['gzip', gzipSync],
  ['x-gzip', gzipSync],
  ['deflate', deflateSync],
  ['deflate', deflateRawSync],
  ['br', brotliCompressSync],
  ['Identity, GZIP', gzipSync],
  ['gzip, br', (text: string) => brotliCompressSync(gzipSync(text))],
])('what comes in %s, unasked, is unpacked', async (encoding, pack) => {
  const headers = { 'content-encoding': encoding }
  expect(await answerOf(201, pack('{"id":"1"}'), headers)).toMatchObject({
    status: 201,
    body: '{"id":"1"}',
  })
  expect(await answerOf(409, pack('{"detail":"no"}'), headers)).toMatchObject({
    status: 409,
    body: '{"detail":"no"}',
  })
  expect(await answerOf(403, '', headers)).toMatchObject({ status: 403, body: '{"status":403}' })
  expect((await answerOf(201, pack(`{"id":"${token}"}`), headers)).body).not.toContain(token)
  await expect(answerOf(201, pack(`"${'x'.repeat(most)}"`), headers)).rejects.toThrow(TooLongError)
})

test('zstd is unpacked where node can, and else told as such', async () => {
  const compress: unknown = Reflect.get(zlib, 'zstdCompressSync')
  const canPack = (value: unknown): value is typeof gzipSync => typeof value === 'function'
  const content = canPack(compress) ? compress('{}') : Buffer.from('28b52ffd0402110000', 'hex')
  const answer = await answerOf(200, content, { 'content-encoding': 'zstd' })
  expect(answer.status).toBe(canPack(compress) ? 200 : 502)
  expect(answer.body).toContain(canPack(compress) ? '{}' : '"packed"')
})

test.each([
  ['an encoding that nobody knows', 'compress', '\u001f\u009d{}'],
  ['what is neither packed nor JSON', 'gzip', '<html></html>'],
  ['half of it', 'gzip', gzipSync('{"id":"1"}').subarray(0, -9)],
  ['more layers than anybody has', 'gzip, gzip, gzip, gzip', gzipSync('{}')],
])('%s is told as such, and is an unknown outcome', async (_, encoding, content) => {
  const headers = { 'content-encoding': encoding }
  const answer = await answerOf(201, content, headers)
  expect(answer.status).toBe(502)
  expect(JSON.parse(answer.body ?? '')).toMatchObject({
    console_failure: 'packed',
    detail: expect.stringContaining('compressed'),
  })
  expect(await answerOf(404, content, headers)).toMatchObject({
    status: 404,
    body: '{"status":404}',
  })
})

test.each(['none', 'utf-8', 'binary', '8bit', 'gzip', 'br', 'deflate', 'gzip, gzip, gzip, gzip'])(
  'JSON that comes under the encoding %s, and is not packed, is taken as it is',
  async (encoding) => {
    const headers = { 'content-encoding': encoding }
    const body = '{"results":[{"id":"1"}]}'
    expect(await answerOf(200, body, headers)).toMatchObject({ status: 200, body })
    expect((await answerOf(200, `{"id":"${token}"}`, headers)).body).not.toContain(token)
  },
)

test('a packed answer of any length takes no more than it may', async () => {
  const bomb = gzipSync(gzipSync(Buffer.alloc(64 * 1024 ** 2)))
  const headers = { 'content-encoding': 'gzip, gzip' }
  await expect(answerOf(200, bomb, headers)).rejects.toThrow(TooLongError)
})

test('of the headers only those pass that the page reads', async () => {
  const passed = {
    'retry-after': '5',
    'x-request-id': 'r1',
    'x-ratelimit-limit': '1000',
    'x-ratelimit-remaining': '0',
  }
  const dropped = {
    'set-cookie': 'a=b',
    'www-authenticate': 'Bearer',
    location: 'https://evil.example',
    'content-type': 'text/html',
    'x-console-sent': 'no',
    'x-console-mode': 'sandbox',
    'access-control-allow-origin': '*',
    'x-ratelimit-reset': token,
  }
  expect((await answerOf(200, '{}', { ...passed, ...dropped })).headers).toEqual(passed)
})

test.each(['', 'a\u0080', 'x'.repeat(201), 'two\twords', token])(
  'the header value %j is dropped',
  async (value) => {
    expect((await answerOf(200, '{}', { 'x-ratelimit-limit': value })).headers).toEqual({})
  },
)

test.each(['r1', '0a1b2c3d-0000-4000-8000-000000000001', 'req:12/34.5', 'Root=1'.slice(5)])(
  'the request id %j passes',
  async (id) => {
    expect((await answerOf(200, '{}', { 'x-request-id': id })).headers).toEqual({
      'x-request-id': id,
    })
  },
)

// It goes into a line of the log, which says nothing of a call but its route.
test.each([
  'GET /api/x 200 "admin" logged in',
  'a b',
  'a\tb',
  '[31m',
  'x'.repeat(101),
  token,
  token.toUpperCase(),
  `of-${token}-1`,
  'DB_PASSWORD',
  'db_password',
  'for:DB_PASSWORD:7',
])('the request id %j is dropped', async (id) => {
  expect((await answerOf(200, '{}', { 'x-request-id': id })).headers).toEqual({})
})

test('a short key that stands alone in an id is found, within a word it is none', async () => {
  const idOf = async (id: string, key: string) => {
    const answer = { status: 200, headers: new Map([['x-request-id', id]]), content: Buffer.of() }
    return (await passOn(answer, { token, body: JSON.stringify({ key }) }, most)).headers
  }
  expect(await idOf('r:Ab:1', 'AB')).toEqual({})
  expect(await idOf('0ab1', 'AB')).toEqual({ 'x-request-id': '0ab1' })
  expect(await idOf('0ab1', '')).toEqual({ 'x-request-id': '0ab1' })
})

test.each([
  ['nested as deep as a body can be', `${'['.repeat(32_000)}"AB"${']'.repeat(32_000)}`],
  ['that is one long text', JSON.stringify(['\\'.repeat(32_000), 'x'.repeat(64_000), 'AB'])],
  ['that has a key twice', '{"key":"AB","key":"CD"}'],
  ['with escapes', String.raw`{"\"a\\":["x\"\\"],"key" : "\u0041B"}`],
])('a text is found in a body %s', async (_, body) => {
  const headersFor = async (id: string) => {
    const answer = { status: 201, headers: new Map([['x-request-id', id]]), content: Buffer.of() }
    return (await passOn(answer, { token, body }, most)).headers
  }
  expect(await headersFor('r:ab:1')).toEqual({})
  expect(await headersFor('key:1')).toEqual({ 'x-request-id': 'key:1' })
})

test('whatever an upstream sends, the page gets JSON or nothing, and no token', async () => {
  const bytes = fc.oneof(
    fc.uint8Array(),
    fc.json().map((text) => Buffer.from(text)),
    fc.constant(token),
  )
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 0, max: 999 }), bytes, async (status, content) => {
      const answer = await answerOf(status, Buffer.from(content))
      expect(answer.body === null).toBe(answer.status === 204)
      expect(() => JSON.parse(answer.body ?? 'null') as unknown).not.toThrow()
      expect(answer.body ?? '').not.toContain(token)
    }),
  )
})
