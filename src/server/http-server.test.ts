import { once } from 'node:events'
import type { RequestListener, Server } from 'node:http'
import { connect } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { createHttpServer } from './http-server'
import { portOf } from './port-of'

const policy = ['x-test-policy', 'whole']
let server: Server | undefined
afterEach(() => {
  server?.closeAllConnections()
  server?.close()
})

/** Sends bytes and waits until the server closes the connection. */
const send = async (
  bytes: string,
  answer: RequestListener = (_, response) => response.end('ok'),
) => {
  server = createHttpServer(policy).on('request', answer).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const socket = connect(portOf(server) ?? 0, '127.0.0.1')
  socket.end(bytes)
  let text = ''
  for await (const chunk of socket) text += String(chunk)
  return text
}

const head = 'GET / HTTP/1.1\r\nhost: a\r\n'

test.each([
  ['garbage', 'garbage\r\n\r\n', 400],
  ['an unknown method', 'BREW / HTTP/1.1\r\n\r\n', 400],
  ['a broken header', `${head}a b: c\r\n\r\n`, 400],
  ['two lengths', `${head}content-length: 1\r\ncontent-length: 2\r\n\r\n`, 400],
  ['a length and chunks', `${head}content-length: 1\r\ntransfer-encoding: chunked\r\n\r\n`, 400],
  ['long headers', `${head}a: ${'b'.repeat(20_000)}\r\n\r\n`, 431],
  ['a tunnel', 'CONNECT a:1 HTTP/1.1\r\nhost: a\r\n\r\n', 405],
  ['an expectation', `${head}expect: more\r\n\r\n`, 417],
])('%s is answered with our headers, once, in JSON', async (_, bytes, status) => {
  const answer = await send(bytes)
  const [top = '', body = ''] = answer.split('\r\n\r\n')
  expect(top).toMatch(new RegExp(`^HTTP/1.1 ${status} `))
  for (const line of ['x-test-policy: whole', 'cache-control: no-store', 'x-console-sent: no']) {
    expect(top.split('\r\n').filter((other) => other === line)).toEqual([line])
  }
  expect(JSON.parse(body)).toMatchObject({ status })
})

test('a request without a Host reaches the guards', async () => {
  expect(await send('GET / HTTP/1.1\r\nconnection: close\r\n\r\n')).toMatch(/^HTTP\/1.1 200 /)
})

test('garbage after a whole request is never answered in its place', async () => {
  const answer = await send(`${head}\r\ngarbage\r\n\r\n`, (_, response) => {
    setTimeout(() => response.end('ok'), 20)
  })
  expect(answer).toBe('')
})

test('a body that breaks is refused although the request has begun', async () => {
  const bytes = 'POST / HTTP/1.1\r\nhost: a\r\ntransfer-encoding: chunked\r\n\r\nzz\r\n'
  const answer = await send(bytes, () => undefined)
  expect(answer).toMatch(/^HTTP\/1.1 400 /)
})
