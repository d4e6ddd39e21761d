import { expect, test } from 'vitest'
import { readJsonBody } from './request-body'

const limits = { bytes: 20, milliseconds: 20 }
// Streams need `duplex`, which the DOM's types do not know yet. Source: fetch standard, RequestInit.
interface Init extends RequestInit {
  duplex: 'half'
}

const post = (body: BodyInit, headers: Record<string, string> = {}) => {
  const init: Init = {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
    duplex: 'half',
  }
  return new Request('http://127.0.0.1/', init)
}

test.each([
  'application/json',
  'Application/JSON; charset="UTF-8"',
  'application/json;charset=utf-8',
])('a body of type %s is read', async (type) => {
  expect(await readJsonBody(post('{"a":1}', { 'content-type': type }))).toEqual({
    text: '{"a":1}',
  })
})

test.each([
  'text/plain',
  'application/jsonp',
  'application/json; charset=latin1',
  'a/b, application/json',
])('a body of type %s is refused', async (type) => {
  expect(await readJsonBody(post('{}', { 'content-type': type }))).toEqual({ refused: 415 })
})

test('a compressed body is refused', async () => {
  expect(await readJsonBody(post('{}', { 'content-encoding': 'gzip' }))).toEqual({ refused: 415 })
})

test('a body of the longest length passes, one byte more is refused', async () => {
  const longest = JSON.stringify('x'.repeat(limits.bytes - 2))
  expect(await readJsonBody(post(longest), limits)).toEqual({ text: longest })
  expect(await readJsonBody(post(` ${longest}`), limits)).toEqual({ refused: 413 })
})

test('a length that is announced too long is refused before the body comes', async () => {
  const silent = new ReadableStream<Uint8Array>()
  expect(await readJsonBody(post(silent, { 'content-length': '21' }), limits)).toEqual({
    refused: 413,
  })
})

test('a body that stops coming is refused', async () => {
  const stalling = new ReadableStream({ start: (stream) => stream.enqueue(Buffer.from('{')) })
  expect(await readJsonBody(post(stalling), limits)).toEqual({ refused: 408 })
})

test('a body that breaks off is refused', async () => {
  const broken = new ReadableStream({ start: (stream) => stream.error(new Error('reset')) })
  expect(await readJsonBody(post(broken), limits)).toEqual({ refused: 400 })
})

test.each([
  ['nothing', ''],
  ['no JSON', 'key=value'],
  ['half of JSON', '{"a":'],
  ['broken UTF-8', Buffer.from([0x22, 0xff, 0x22])],
])('a body of %s is refused', async (_, body) => {
  expect(await readJsonBody(post(body))).toEqual({ refused: 400 })
})
