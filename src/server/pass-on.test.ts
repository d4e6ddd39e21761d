import fc from 'fast-check'
import { expect, test } from 'vitest'
import { passOn } from './pass-on'

const token = 'qov_0123456789abcdef'
const answerOf = (status: number, content: string | Buffer, headers: Record<string, string> = {}) =>
  passOn(
    { status, headers: new Map(Object.entries(headers)), content: Buffer.from(content) },
    token,
  )

test.each([200, 201, 400, 404, 409, 429, 500, 503])('a %i in JSON passes as it came', (status) => {
  expect(answerOf(status, '{ "a": 1e400 }')).toEqual({
    status,
    body: '{ "a": 1e400 }',
    headers: {},
  })
})

test.each([
  ['nothing', ''],
  ['half of JSON', '{"a":'],
  ['a page', '<html></html>'],
  ['broken UTF-8', Buffer.from([0x22, 0xff, 0x22])],
  ['the token', `{"detail":"${token}"}`],
  ['the token in other letters', `{"detail":"\\u0071${token.slice(1)}"}`],
  ['the token in a field that a second one hides', `{"a":"${token}","a":""}`],
])('a 201 that holds %s becomes an unknown outcome', (_, content) => {
  const answer = answerOf(201, content)
  expect(answer.status).toBe(502)
  expect(answer.headers).toEqual({})
  expect(answer.body).not.toContain(token)
})

test.each(['', 'Forbidden', '<html></html>', `{"detail":"${token}"}`])(
  'a refusal in the words %j keeps its status and loses them',
  (content) => {
    expect(answerOf(403, content)).toEqual({ status: 403, body: '{"status":403}', headers: {} })
  },
)

test.each([0, 100, 101, 199, 205, 300, 301, 304, 307, 399, 600, 999])(
  'the status %i becomes 502',
  (status) => {
    expect(answerOf(status, '{}', { location: 'https://evil.example' })).toMatchObject({
      status: 502,
      headers: {},
    })
  },
)

test('a 204 passes without a body', () => {
  expect(answerOf(204, '')).toEqual({ status: 204, body: null, headers: {} })
})

test('an encoded answer was not asked for', () => {
  expect(answerOf(200, '{}', { 'content-encoding': 'gzip' }).status).toBe(502)
  expect(answerOf(200, '{}', { 'content-encoding': 'identity' }).status).toBe(200)
})

test('of the headers only those pass that the page reads', () => {
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
  expect(answerOf(200, '{}', { ...passed, ...dropped }).headers).toEqual(passed)
})

test.each(['', 'a\u0080', 'x'.repeat(201)])('the header value %j is dropped', (value) => {
  expect(answerOf(200, '{}', { 'x-request-id': value }).headers).toEqual({})
})

test('whatever an upstream sends, the page gets JSON or nothing, and no token', () => {
  const bytes = fc.oneof(
    fc.uint8Array(),
    fc.json().map((text) => Buffer.from(text)),
    fc.constant(token),
  )
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 999 }), bytes, (status, content) => {
      const answer = answerOf(status, Buffer.from(content))
      expect(answer.body === null).toBe(answer.status === 204)
      expect(() => JSON.parse(answer.body ?? 'null') as unknown).not.toThrow()
      expect(answer.body ?? '').not.toContain(token)
    }),
  )
})
