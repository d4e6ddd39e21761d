import { PassThrough, Readable } from 'node:stream'
import { expect, test } from 'vitest'
import { readJsonBody } from './request-body'

const limits = { bytes: 20, milliseconds: 20 }

const read = (body: Readable | string | Buffer, headers: Record<string, string> = {}) =>
  readJsonBody(
    body instanceof Readable ? body : Readable.from([Buffer.from(body)], { objectMode: false }),
    new Map(Object.entries({ 'content-type': 'application/json', ...headers })),
    limits,
  )

test.each([
  'application/json',
  'Application/JSON; charset="UTF-8"',
  'application/json;charset=utf-8',
])('a body of type %s is read', async (type) => {
  expect(await read('{"a":1}', { 'content-type': type })).toEqual({
    text: '{"a":1}',
  })
})

test.each([
  'text/plain',
  'application/jsonp',
  'application/json; charset=latin1',
  'a/b, application/json',
])('a body of type %s is refused', async (type) => {
  expect(await read('{}', { 'content-type': type })).toEqual({ refused: 415 })
})

test('a compressed body is refused', async () => {
  expect(await read('{}', { 'content-encoding': 'gzip' })).toEqual({ refused: 415 })
})

test('a body of the longest length passes, one byte more is refused', async () => {
  const longest = JSON.stringify('x'.repeat(limits.bytes - 2))
  expect(await read(longest)).toEqual({ text: longest })
  expect(await read(` ${longest}`)).toEqual({ refused: 413 })
})

test('a length that is announced too long is refused before the body comes', async () => {
  expect(await read(new PassThrough(), { 'content-length': '21' })).toEqual({ refused: 413 })
})

test('a body that stops coming is refused', async () => {
  const stalling = new PassThrough()
  stalling.write('{')
  expect(await read(stalling)).toEqual({ refused: 408 })
})

test('a body that breaks off is refused, with an error or without one', async () => {
  const broken = new PassThrough()
  const gone = new PassThrough()
  const answers = Promise.all([read(broken), read(gone)])
  broken.destroy(new Error('reset'))
  gone.destroy()
  expect(await answers).toEqual([{ refused: 400 }, { refused: 400 }])
})

test.each([
  ['nothing', ''],
  ['no JSON', 'key=value'],
  ['half of JSON', '{"a":'],
  ['broken UTF-8', Buffer.from([0x22, 0xff, 0x22])],
])('a body of %s is refused', async (_, body) => {
  expect(await read(body)).toEqual({ refused: 400 })
  // Nothing of it is left for the next one.
  expect(await read('{}')).toEqual({ text: '{}' })
})
