import { request } from 'node:http'
import { createServer, type Socket } from 'node:net'
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { noParams } from '../../qovery/all-routes'
import type { Call } from '../http/backend'
import { portOf } from '../start/port-of'
import { createForwarder } from './forward'

// What is made of an answer's bytes, over real connections.

const most = 50
const id = '3c90c3cc-0d44-4b50-8888-8dd25736052a'
const post: Call = {
  operation: 'createProjectSecretAlias',
  params: { ...noParams, organizationId: id, projectId: id, secretId: id },
  body: '{"key":"KEY"}',
  authorization: 'Token qov_0123456789abcdef',
  idempotencyKey: undefined,
}

let onRequest: (socket: Socket) => void = () => undefined
let requests = 0
let connections = 0
const sockets = new Set<Socket>()
const upstream = createServer((socket) => {
  connections += 1
  sockets.add(socket)
  socket.setNoDelay()
  socket.on('error', () => undefined)
  socket.on('close', () => sockets.delete(socket))
  socket.on('data', () => {
    requests += 1
    onRequest(socket)
  })
}).listen(0, '127.0.0.1')
afterAll(() => {
  for (const socket of sockets) socket.destroy()
  upstream.close()
})

const startForwarder = () => {
  requests = 0
  connections = 0
  return createForwarder(
    { url: `http://127.0.0.1:${portOf(upstream)}`, authorization: undefined },
    () => undefined,
    { connect: 5000, total: 5000, bytes: () => most },
  )
}

/** Writes pieces one after another, and then an end. */
const script =
  (...pieces: string[]) =>
  async (socket: Socket) => {
    for (const piece of pieces) {
      socket.write(piece, 'latin1')
      if (pieces.length > 1) await new Promise(setImmediate)
    }
    socket.end()
  }

const read = async (...pieces: string[]) => {
  onRequest = (socket) => void script(...pieces)(socket)
  const { body, ...answer } = await startForwarder()(post)
  return { ...answer, body: body === null ? null : Buffer.from(body).toString() }
}

/** Nobody can tell what became of the call, and it was sent once. */
const expectUnknown = async (...pieces: string[]) => {
  const { status, headers } = await read(...pieces)
  expect([status, headers?.['x-console-sent'], requests]).toEqual([502, undefined, 1])
}

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
])('an answer with %s is read, however it is cut into pieces', async (_, answer) => {
  expect(await read(answer)).toMatchObject({ status: 200, body: '{}' })
  expect(await read(...answer.split(''))).toMatchObject({ status: 200, body: '{}' })
})

test('a 204 has no body', async () => {
  for (const length of ['', 'content-length: 0\r\n']) {
    const answer = await read(`HTTP/1.1 204 X\r\n${length}\r\n`)
    expect(answer).toMatchObject({ status: 204, body: null })
  }
})

test('headers are read without their padding, several of one name as one', async () => {
  const { headers } = await read(
    `${ok}X-RateLimit-A: \t b c \t\r\nx-ratelimit-a:d\r\ncontent-length: 2\r\n\r\n{}`,
  )
  expect(headers).toEqual({ 'x-ratelimit-a': 'b c, d' })
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
])('%s is no answer', async (_, answer) => {
  await expectUnknown(answer)
  await expectUnknown(...answer.split(''))
})

test.each([
  ['another answer', `${ok}content-length: 2\r\n\r\n{}HTTP/1.1 500 No\r\n\r\n`],
  ['a body where none may be', 'HTTP/1.1 204 No\r\n\r\n{}'],
])('what comes with %s behind it is no answer', (_, answer) => expectUnknown(answer))

test.each([
  [1, `${ok}content-length: 2\r\n\r\n{}`],
  [1, `${ok}connection: Keep-Alive\r\ntransfer-encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n`],
  [1, 'HTTP/1.1 204 No Content\r\n\r\n'],
  [2, `${ok}content-length: 2\r\nconnection: close\r\n\r\n{}`],
  [2, `${ok}content-length: 2\r\nconnection: keep-alive, close\r\n\r\n{}`],
  [2, `${ok}content-length: 2\r\nconnection: upgrade\r\n\r\n{}`],
  [2, 'HTTP/1.0 200 OK\r\ncontent-length: 2\r\n\r\n{}'],
])('two calls take %i connections where each is answered with %j', async (expected, answer) => {
  onRequest = (socket) => socket.write(answer)
  const forward = startForwarder()
  for (let count = 0; count < 2; count += 1) expect((await forward(post)).status).toBeLessThan(300)
  expect([requests, connections]).toEqual([2, expected])
})

test('the longest body is read, and a byte more is none, however it is told', async () => {
  const body = (length: number) => `"${'x'.repeat(length - 2)}"`
  const forms = (content: string) => [
    `${ok}content-length: ${content.length}\r\n\r\n${content}`,
    `${ok}transfer-encoding: chunked\r\n\r\n${content.length.toString(16)}\r\n${content}\r\n0\r\n\r\n`,
    `${ok}\r\n${content}`,
  ]
  for (const form of forms(body(most))) expect((await read(form)).body).toBe(body(most))
  for (const form of forms(body(most + 1))) {
    await expectUnknown(form)
    expect((await read(form)).body).toContain('longer than')
  }
})

test('a head without an end is given up', () => expectUnknown(`${ok}a: ${'b'.repeat(20_000)}`))

/** Writes the same again and again, until the other side has enough. */
const flood = (head: string, piece: Buffer) => (socket: Socket) => {
  const pour = () => {
    while (!socket.destroyed && socket.write(piece));
  }
  socket.write(head)
  socket.on('drain', pour)
  pour()
}

const chunked = `${ok}transfer-encoding: chunked\r\n\r\n`
test.each([
  ['early hints', '', 'HTTP/1.1 103 Early Hints\r\nlink: </a>\r\n\r\n'],
  ['extensions of chunks', chunked, `1;${'x'.repeat(1000)}\r\n \r\n`],
  ['an extension of a chunk', `${chunked}1;`, 'x'.repeat(1000)],
  ['chunks of one byte', chunked, '1\r\n \r\n'],
  ['zeros before the size of a chunk', chunked, '0'.repeat(1000)],
  ['blanks before a header', `${ok}a:`, ' '.repeat(1000)],
  ['blanks in a trailer', `${chunked}0\r\na:`, ' '.repeat(1000)],
  ['trailers', `${chunked}0\r\n`, 'a: b\r\n'],
  ['line ends', '', '\r\n'],
])('%s without an end are given up within a few megabytes', async (_, head, piece) => {
  let written = 0
  onRequest = (socket) => {
    socket.on('close', () => {
      written = socket.bytesWritten
    })
    flood(head, Buffer.from(piece.repeat(Math.ceil(60_000 / piece.length))))(socket)
  }
  const { status, headers } = await createForwarder(
    { url: `http://127.0.0.1:${portOf(upstream)}`, authorization: undefined },
    () => undefined,
    { connect: 5000, total: 60_000, bytes: () => 8 * 1024 ** 2 },
  )(post)
  expect([status, headers?.['x-console-sent']]).toEqual([502, undefined])
  await expect.poll(() => written).toBeGreaterThan(0)
  // What the system holds on both sides is sent as well.
  expect(written).toBeLessThan(8 * 1024 ** 2)
})

/** What node reads as a whole answer, whatever comes behind it where the connection ends there. */
const asNodeReads = () =>
  new Promise<{ status: number; body: string } | undefined>((resolve) => {
    const outgoing = request({ port: portOf(upstream), host: '127.0.0.1', agent: false })
    let end = () => resolve(undefined)
    outgoing.on('response', (answer) => {
      let body = ''
      answer.on('data', (bytes) => {
        body += String(bytes)
      })
      answer.on('error', () => undefined)
      end = () => resolve(answer.complete ? { status: answer.statusCode ?? 0, body } : undefined)
    })
    outgoing.on('upgrade', () => resolve(undefined))
    outgoing.on('error', () => undefined)
    outgoing.on('close', () => end())
    outgoing.end()
  })

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
  const one = fc
    .tuple(status, fc.array(line, { maxLength: 3 }), body)
    .map(([code, lines, content]) => [`HTTP/1.1 ${code} X`, ...lines, '', content].join('\r\n'))
  let read200 = 0
  await fc.assert(
    fc.asyncProperty(fc.array(one, { minLength: 1, maxLength: 2 }), async (answers) => {
      const ours = await read(answers.join(''))
      expect(requests).toBe(1)
      if (ours.status === 502) return
      // A connection that was reset before it was read proves nothing: on a busy machine that happens now and then.
      const node = (await asNodeReads()) ?? (await asNodeReads()) ?? (await asNodeReads())
      read200 += Number(ours.status === 200)
      // Of a refusal without JSON the page gets the status alone.
      const told = ours.status < 300 ? (ours.body ?? '') : node?.body
      expect({ status: ours.status, body: told }).toEqual(node)
    }),
    // One that is read, or the property would hold of what reads nothing.
    { numRuns: 400, examples: [[[`${ok}content-length: 4\r\n\r\n"ab"`]]] },
  )
  expect(read200).toBeGreaterThan(0)
})
