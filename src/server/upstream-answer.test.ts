import { request } from 'node:http'
import { connect, createServer as createTcpServer } from 'node:net'
import { PassThrough } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { portOf } from './port-of'
import { readAnswer } from './upstream-answer'
import { bytesOf } from './upstream-bytes'

const most = 50

/** Reads pieces that come one after another, and then an end. */
const read = async (...pieces: (string | Buffer)[]) => {
  const stream = new PassThrough()
  const bytes = bytesOf(stream)
  const feed = async () => {
    for (const piece of pieces) {
      stream.write(piece)
      await new Promise(setImmediate)
    }
    stream.end()
  }
  const [{ status, headers, content }] = await Promise.all([readAnswer(bytes, most), feed()])
  return { status, headers: Object.fromEntries(headers), text: content.toString() }
}

const refused = (...pieces: (string | Buffer)[]) =>
  read(...pieces).then(
    () => false,
    () => true,
  )

const ok = 'HTTP/1.1 200 OK\r\n'

test.each([
  ['a length', `${ok}Content-Length:2\r\n\r\n{}`],
  ['chunks', `${ok}transfer-encoding: Chunked\r\n\r\n1\r\n{\r\n1;a=b\r\n}\r\n0\r\nx: y\r\n\r\n`],
  ['the end', `${ok}\r\n{}`],
  [
    'hints before it',
    `HTTP/1.1 103 Early Hints\r\nlink: a\r\n\r\n${ok}content-length: 2\r\n\r\n{}`,
  ],
  ['an older version', `HTTP/1.0 200\r\n\r\n{}`],
])('an answer with %s is read, however it is cut into pieces', async (_, text) => {
  expect(await read(text)).toMatchObject({ status: 200, text: '{}' })
  expect(await read(...text.split(''))).toMatchObject({ status: 200, text: '{}' })
})

test.each([204, 304])('a %i has no body, whatever it says of one', async (status) => {
  const answer = await read(`HTTP/1.1 ${status} X\r\ncontent-length: 5\r\n\r\n`)
  expect(answer).toMatchObject({ status, text: '' })
})

test('headers are read without their padding, several of one name as one', async () => {
  const { headers } = await read(`${ok}A: \t b c \t\r\na:d\r\nE:\r\ncontent-length: 0\r\n\r\n`)
  expect(headers).toEqual({ a: 'b c, d', e: '', 'content-length': '0' })
})

test.each([
  ['nothing', ''],
  ['another protocol', 'SSH-2.0\r\n\r\n'],
  ['another version', 'HTTP/2 200\r\n\r\n{}'],
  ['a status of two digits', 'HTTP/1.1 20 OK\r\n\r\n'],
  ['half a head', `${ok}a: b\r\n`],
  ['bare line feeds', 'HTTP/1.1 200 OK\na: b\n\n{}'],
  ['a folded header', `${ok}a: b\r\n c\r\n\r\n{}`],
  ['a space before the colon', `${ok}content-length : 2\r\n\r\n{}`],
  ['a header without a colon', `${ok}a\r\n\r\n{}`],
  ['a NUL', `${ok}a: \0\r\n\r\n{}`],
  ['less than its length', `${ok}content-length: 3\r\n\r\n{}`],
  ['two lengths', `${ok}content-length: 2\r\ncontent-length: 2\r\n\r\n{}`],
  ['a signed length', `${ok}content-length: +2\r\n\r\n{}`],
  ['a length and chunks', `${ok}content-length: 2\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n`],
  ['an unknown encoding', `${ok}transfer-encoding: gzip, chunked\r\n\r\n0\r\n\r\n`],
  [
    'a chunk that is longer than it says',
    `${ok}transfer-encoding: chunked\r\n\r\n1\r\n{}\r\n0\r\n\r\n`,
  ],
  ['a chunk size that is none', `${ok}transfer-encoding: chunked\r\n\r\n-1\r\n\r\n`],
  ['hints that nothing follows', `HTTP/1.1 103 X\r\nconnection: close\r\n\r\n${ok}\r\n{}`],
  ['chunks without an end', `${ok}transfer-encoding: chunked\r\n\r\n2\r\n{}\r\n`],
  ['a trailer without an end', `${ok}transfer-encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\na: b\r\n`],
])('%s is no answer', async (_, text) => {
  expect(await refused(text)).toBe(true)
  expect(await refused(...text.split(''))).toBe(true)
})

test.each([
  [true, `${ok}content-length: 2\r\n\r\n{}`],
  [true, `${ok}connection: Keep-Alive\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n`],
  [false, `${ok}content-length: 2\r\nconnection: close\r\n\r\n{}`],
  [false, `${ok}content-length: 2\r\nconnection: keep-alive, close\r\n\r\n{}`],
  [false, `HTTP/1.0 200 OK\r\nconnection: keep-alive\r\ncontent-length: 2\r\n\r\n{}`],
  [false, `${ok}\r\n{}`],
  [false, 'HTTP/1.1 204 No Content\r\n\r\n'],
])('whether a connection lasts is %s after %j', async (expected, text) => {
  const stream = new PassThrough()
  stream.end(text)
  expect((await readAnswer(bytesOf(stream), most)).lasts).toBe(expected)
})

test('the longest body is read, and a byte more is none, however it is told', async () => {
  const body = 'x'.repeat(most)
  const forms = (text: string) => [
    `${ok}content-length: ${text.length}\r\n\r\n${text}`,
    `${ok}transfer-encoding: chunked\r\n\r\n${text.length.toString(16)}\r\n${text}\r\n0\r\n\r\n`,
    `${ok}\r\n${text}`,
  ]
  for (const form of forms(body)) expect(await read(form)).toMatchObject({ text: body })
  for (const form of forms(`${body}x`)) expect(await refused(form)).toBe(true)
})

test('what comes with more behind it is no answer', async () => {
  expect(await refused(`${ok}content-length: 2\r\n\r\n{}HTTP/1.1 500 No\r\n\r\n`)).toBe(true)
  expect(await refused(`HTTP/1.1 204 No\r\n\r\n{}`)).toBe(true)
})

test('a head without an end is given up', async () => {
  const stream = new PassThrough()
  const answer = readAnswer(bytesOf(stream), most)
  stream.write(ok + `a: ${'b'.repeat(20_000)}`)
  await expect(answer).rejects.toThrow(RangeError)
})

let scripted: Buffer
const upstream = createTcpServer((socket) => {
  socket.on('error', () => undefined)
  socket.once('data', () => socket.end(scripted))
}).listen(0, '127.0.0.1')
afterAll(() => upstream.close())

const asNodeReads = () =>
  new Promise<{ status: number; content: Buffer } | undefined>((resolve) => {
    const outgoing = request({ port: portOf(upstream), host: '127.0.0.1', agent: false })
    outgoing.on('response', (answer) => {
      buffer(answer).then(
        (content) => resolve({ status: answer.statusCode ?? 0, content }),
        () => resolve(undefined),
      )
    })
    outgoing.on('upgrade', () => resolve(undefined))
    outgoing.on('error', () => resolve(undefined))
    outgoing.end()
  })

const asWeRead = async () => {
  const socket = connect(portOf(upstream) ?? 0, '127.0.0.1')
  const bytes = bytesOf(socket)
  socket.write('GET / HTTP/1.1\r\n\r\n')
  return readAnswer(bytes, 1000).catch(() => undefined)
}

test('what is read is what node’s own reader reads, or nothing', async () => {
  const line = fc.constantFrom(
    'content-length: 4',
    'Content-Length: 2',
    'content-length: 0',
    'content-length: x',
    'transfer-encoding: chunked',
    'transfer-encoding: identity',
    'connection: close',
    'x: y',
    ' folded',
    'x : y',
    ':',
    'x: \x01',
  )
  const status = fc.constantFrom(100, 101, 103, 200, 201, 204, 304, 400, 409, 500, 999)
  const body = fc.constantFrom(
    '',
    '{}',
    '"ab"',
    '4\r\n"ab"\r\n0\r\n\r\n',
    '2\r\n{}\r\n0\r\n\r\n',
    '4\r\n"a',
  )
  const answer = fc
    .tuple(status, fc.array(line, { maxLength: 3 }), body)
    .map(([code, lines, text]) => [`HTTP/1.1 ${code} X`, ...lines, '', text].join('\r\n'))
  let read200 = 0
  await fc.assert(
    fc.asyncProperty(fc.array(answer, { minLength: 1, maxLength: 2 }), async (answers) => {
      scripted = Buffer.from(answers.join(''), 'latin1')
      const ours = await asWeRead()
      if (ours === undefined || ours.status === 101) return
      // A connection that was reset before it was read proves nothing: on a busy machine that happens now and then.
      const node = (await asNodeReads()) ?? (await asNodeReads()) ?? (await asNodeReads())
      read200 += Number(ours.status === 200)
      expect({ status: ours.status, content: ours.content.toString() }).toEqual({
        status: node?.status,
        content: node?.content.toString(),
      })
    }),
    { numRuns: 400 },
  )
  expect(read200).toBeGreaterThan(0)
})
