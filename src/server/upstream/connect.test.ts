import { spawn } from 'node:child_process'
import dns from 'node:dns'
import { once } from 'node:events'
import { createServer as createHttpServer } from 'node:http'
import { connect, createServer, type Server, type Socket } from 'node:net'
import { createServer as createTlsServer, type TlsOptions } from 'node:tls'
import { afterEach, expect, test } from 'vitest'
import { makeCertificate } from '../../../e2e/servers/self-signed'
import { noParams } from '../../qovery/all-routes'
import type { Call } from '../http/backend'
import { portOf } from '../start/port-of'
import { createForwarder } from './forward'

const id = '3c90c3cc-0d44-4b50-8888-8dd25736052a'
const token = 'qov_0123456789abcdef'
const call: Call = {
  operation: 'createProjectSecretAlias',
  params: { ...noParams, organizationId: id, projectId: id, secretId: id },
  body: '{"key":"KEY"}',
  authorization: `Token ${token}`,
  idempotencyKey: undefined,
}

const ends: (() => unknown)[] = []
afterEach(() => {
  for (const end of ends.splice(0)) end()
})

/** Listens on 127.0.0.1; whatever is connected ends with the test. @returns the port */
const listen = async (server: Server) => {
  const sockets = new Set<Socket>()
  server.on('connection', (socket: Socket) => {
    sockets.add(socket)
    socket.on('error', () => undefined)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  ends.push(() => {
    for (const socket of sockets) socket.destroy()
    server.close()
  })
  return portOf(server)
}

/** An API that answers everything, and the names and values of the headers that it saw. */
const startApi = async () => {
  const seen: string[][] = []
  const port = await listen(
    createHttpServer((request, response) => {
      seen.push(request.rawHeaders)
      request.resume()
      request.on('end', () => response.writeHead(201, { 'content-length': 2 }).end('{}'))
    }),
  )
  return { port, seen }
}

interface ProxyOptions {
  /** What it says to a CONNECT; it then leads to where it was asked for. */
  answer?: string
  /** Whether it does lead there. */
  leads?: boolean
}

/** A proxy that notes what it is told. */
const startProxy = async ({
  answer = 'HTTP/1.1 200 OK\r\n\r\n',
  leads = true,
}: ProxyOptions = {}) => {
  const heads: string[] = []
  const passed: Buffer[] = []
  const server = createServer((socket) => {
    socket.once('data', (bytes) => {
      heads.push(String(bytes))
      socket.write(answer)
      if (!leads) return socket.end()
      const [, host, port] = /^CONNECT (\S+):(\d+) /.exec(String(bytes)) ?? []
      const onward = connect(Number(port), host)
      onward.on('error', () => socket.destroy())
      socket.on('data', (more) => passed.push(more))
      socket.pipe(onward).pipe(socket)
    })
  })
  return { port: await listen(server), heads, passed }
}

const forwardTo = (url: string, proxy?: string, milliseconds = 500) => {
  const lines: string[] = []
  const forward = createForwarder(
    { url, authorization: undefined, proxy: proxy === undefined ? undefined : new URL(proxy) },
    (line) => lines.push(line),
    { connect: milliseconds, total: 30_000, bytes: () => 1000 },
  )
  return { forward, lines }
}

test.each(['', 'me:p%40ss@'])(
  'by a proxy, with the credentials "%s", the call reaches the API',
  async (credentials) => {
    const [api, proxy] = await Promise.all([startApi(), startProxy()])
    const { forward } = forwardTo(
      `http://127.0.0.1:${api.port}`,
      `http://${credentials}127.0.0.1:${proxy.port}`,
    )
    for (let count = 0; count < 2; count += 1) expect((await forward(call)).status).toBe(201)
    // One tunnel serves calls in a row, as one connection would.
    expect(proxy.heads).toHaveLength(1)
    const [head = ''] = proxy.heads
    expect(head).toMatch(new RegExp(`^CONNECT 127\\.0\\.0\\.1:${api.port} HTTP/1\\.1\r\n`))
    const basic = `Basic ${Buffer.from('me:p@ss').toString('base64')}`
    expect(head.includes(`proxy-authorization: ${basic}`)).toBe(credentials !== '')
    expect(head).not.toContain(token)
    expect(JSON.stringify(api.seen)).not.toMatch(/proxy/i)
  },
)

test.each([201, 204, 299])('a proxy opens a tunnel by a %i as well', async (status) => {
  const [api, proxy] = await Promise.all([
    startApi(),
    startProxy({ answer: `HTTP/1.1 ${status} OK\r\n\r\n` }),
  ])
  const { forward } = forwardTo(`http://127.0.0.1:${api.port}`, `http://127.0.0.1:${proxy.port}`)
  expect((await forward(call)).status).toBe(201)
})

const startTls = async (options: TlsOptions = {}) => {
  const { certificate, key } = makeCertificate('localhost')
  const server = createTlsServer({ cert: certificate, key, ...options }, (socket) => {
    socket.on('error', () => undefined)
  })
  return listen(server)
}

test('through a tunnel, TLS is with the API: the proxy sees nothing of a call', async () => {
  const [port, proxy] = await Promise.all([startTls(), startProxy()])
  const { forward, lines } = forwardTo(
    `https://localhost:${port}`,
    `http://127.0.0.1:${proxy.port}`,
  )
  expect(await forward(call)).toMatchObject({ status: 502, headers: { 'x-console-sent': 'no' } })
  expect(lines).toEqual(['Qovery cannot be reached: DEPTH_ZERO_SELF_SIGNED_CERT'])
  expect(proxy.heads).toEqual([expect.stringContaining(`CONNECT localhost:${port} `)])
  expect(proxy.passed.length).toBeGreaterThan(0)
  expect(Buffer.concat(proxy.passed).includes(token)).toBe(false)
})

test.each([
  ['localhost', ['localhost']],
  ['127.0.0.1', []],
])('TLS with a proxy at %s is asked for by its own name, not the API’s', async (host, names) => {
  const asked: string[] = []
  const SNICallback = (name: string, settle: (error: null) => void) => {
    asked.push(name)
    settle(null)
  }
  const port = await startTls({ SNICallback })
  const { forward, lines } = forwardTo('https://api.qovery.com', `https://${host}:${port}`)
  await forward(call)
  expect(lines).toEqual(['Qovery cannot be reached: DEPTH_ZERO_SELF_SIGNED_CERT (the proxy)'])
  expect(asked).toEqual(names)
})

const closedPort = async () => {
  const server = createServer()
  const port = await listen(server)
  await new Promise((resolve) => server.close(resolve))
  return port
}

const refusing = (answer: string) => async () =>
  `http://me:secret@127.0.0.1:${(await startProxy({ answer, leads: false })).port}`

const proxies: [what: string, reason: string, start: () => Promise<string>][] = [
  [
    'is not there',
    'ECONNREFUSED (the proxy)',
    async () => `http://127.0.0.1:${await closedPort()}`,
  ],
  ['has no address', 'ENOTFOUND (the proxy)', async () => 'http://nowhere.invalid:3128'],
  [
    'asks for credentials',
    'PROXY_STATUS_407 (the proxy)',
    refusing('HTTP/1.1 407 No\r\ncontent-length: 0\r\n\r\n'),
  ],
  ['forbids it', 'PROXY_STATUS_403 (the proxy)', refusing('HTTP/1.1 403 No\r\n\r\n<h1>No</h1>')],
  ['cannot reach it either', 'PROXY_STATUS_503 (the proxy)', refusing('HTTP/1.0 503 No\r\n\r\n')],
  ['says nothing and closes', 'UND_ERR_SOCKET (the proxy)', refusing('')],
  ['is none', 'HTTPParserError (the proxy)', refusing('SSH-2.0\r\n\r\n')],
  [
    'is silent',
    'UND_ERR_HEADERS_TIMEOUT (the proxy)',
    async () => `http://127.0.0.1:${await listen(createServer())}`,
  ],
  [
    'takes no TLS where it should',
    'ERR_SSL_WRONG_VERSION_NUMBER (the proxy)',
    async () => (await refusing('HTTP/1.1 400 No\r\n\r\n')()).replace('http:', 'https:'),
  ],
]

test.each(proxies)('of a proxy that %s the log says %s, once', async (_, reason, start) => {
  const { forward, lines } = forwardTo('https://api.qovery.com', await start())
  for (let count = 0; count < 2; count += 1) {
    const { status, headers, body } = await forward(call)
    expect([status, headers?.['x-console-sent']]).toEqual([502, 'no'])
    expect(body).toContain(`(${reason.replace(/ .*/, '')})`)
    expect(body).toMatch(/proxy/)
    expect(body).not.toMatch(/secret|127\.0\.0\.1|nowhere/)
  }
  expect(lines).toEqual([`Qovery cannot be reached: ${reason}`])
})

test('where a tunnel is cut, nobody is told to use the proxy that is in use', async () => {
  const proxy = await startProxy({ leads: false })
  const { forward, lines } = forwardTo('https://api.qovery.com', `http://127.0.0.1:${proxy.port}`)
  const { body } = await forward(call)
  expect(body).toContain('The proxy of HTTPS_PROXY stands between')
  expect(body).not.toContain('start the console with HTTPS_PROXY')
  expect(lines).toEqual(['Qovery cannot be reached: ECONNRESET'])
})

test('a proxy that gives up half way is asked once for a call, and not again and again', async () => {
  const proxy = await startProxy({ answer: '', leads: false })
  await forwardTo('https://api.qovery.com', `http://127.0.0.1:${proxy.port}`).forward(call)
  expect(proxy.heads).toHaveLength(1)
})

test('an address that answers late is not given up for one that is dead', async () => {
  // Takes no connection for a while, so that its system drops what asks for one: that asks again after a second.
  const busy = spawn(
    process.execPath,
    [
      '--eval',
      `const server = require('node:http')
        .createServer((request, response) => request.resume().on('end', () => response.writeHead(201).end('{}')))
        .listen({ port: 0, host: '127.0.0.1', backlog: 1 }, () => process.stdout.write(String(server.address().port)))
      process.stdin.once('data', () => {
        process.stdout.write('busy')
        Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 600)
      })`,
    ],
    { stdio: ['pipe', 'pipe', 'inherit'] },
  )
  ends.push(() => busy.kill())
  const [port] = await once(busy.stdout, 'data')
  busy.stdin.write('now')
  await once(busy.stdout, 'data')
  const waiting = Array.from({ length: 6 }, () => connect(Number(port), '127.0.0.1'))
  ends.push(() => waiting.map((socket) => socket.destroy()))
  const { lookup } = dns
  ends.push(() => Object.assign(dns, { lookup }))
  const addresses = [
    { address: '127.0.0.1', family: 4 },
    { address: '::1', family: 6 },
  ]
  Object.assign(dns, {
    lookup: (_: string, __: object, found: (error: null, all: typeof addresses) => void) =>
      found(null, addresses),
  })
  const { forward } = forwardTo(`http://two.test:${port}`, undefined, 20_000)
  expect((await forward(call)).status).toBe(201)
})
