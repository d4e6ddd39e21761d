import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { connect, createServer, type Server, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createServer as createTlsServer } from 'node:tls'
import { expect } from 'playwright/test'
import { expectNoAxeViolations } from '../pages/axe'
import { test } from '../browsers/any-engine'
import { startConsoleServer } from '../servers/console-server'
import { expectSafe } from '../http/expect-safe'
import { freePort, listen } from '../http/listen'
import { typedToken } from '../servers/live-console'
import { sendBytes, values } from '../http/raw-http'
import { fromPage, requestBytes } from '../http/request-bytes'
import { makeCertificate, type Certificate } from '../servers/self-signed'
import { startTunnelProxy } from '../servers/tunnel-proxy'
import { startUpstream } from '../servers/upstream/start-upstream'

const trusted = makeCertificate('Authority of these tests')
const stranger = makeCertificate('Unknown authority')

let folder = ''
const ends: (() => unknown)[] = []
test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'alias-console-'))
  await writeFile(join(folder, 'authority.pem'), trusted.certificate)
})
test.afterEach(async () => {
  for (const end of ends.splice(0).toReversed()) await end()
})
test.afterAll(() => rm(folder, { recursive: true, force: true }))

/** Listens on 127.0.0.1 until the test ends; whatever is connected is cut off then. */
const serve = async (server: Server) => {
  const sockets = new Set<Socket>()
  server.on('connection', (socket: Socket) => {
    sockets.add(socket)
    socket.on('error', () => undefined)
  })
  ends.push(() => {
    for (const socket of sockets) socket.destroy()
    server.close()
  })
  return listen(server)
}

/** An API behind TLS, with a certificate and what is sent along with it. */
const startTlsApi = async ({ certificate, key }: Certificate, ...chain: Certificate[]) => {
  const upstream = await startUpstream()
  ends.push(upstream.close)
  const cert = [certificate, ...chain.map((more) => more.certificate)].join('')
  const server = createTlsServer({ cert, key }, (socket) => {
    const target = connect(upstream.port, '127.0.0.1')
    for (const one of [socket, target]) one.on('error', () => socket.destroy())
    socket.pipe(target).pipe(socket)
  })
  return { upstream, url: `https://localhost:${await serve(server)}` }
}

/** A console before an API, which trusts the authority of these tests. */
const startConsole = async (url: string, settings: Record<string, string> = {}) => {
  const server = await startConsoleServer({
    QOVERY_API_URL: url,
    NODE_EXTRA_CA_CERTS: join(folder, 'authority.pem'),
    ...settings,
  })
  ends.push(server.dispose)
  const { host, port } = new URL(server.url)
  const ask = async () => {
    const headers = [...fromPage(host), `authorization: Token ${typedToken}`]
    const bytes = requestBytes({ target: '/api/organization', headers })
    const [answer] = await sendBytes(Number(port), bytes)
    if (answer === undefined) throw new Error('no answer came')
    expectSafe(answer, { mode: 'live' })
    return answer
  }
  return { server, ask }
}

const plain = () => createServer((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'))
const silent = () => createServer()
const signed = (options: Parameters<typeof makeCertificate>[1], name = 'localhost') =>
  makeCertificate(name, { authority: trusted, ...options })

const kinds: [what: string, code: string, words: string, url: () => Promise<string>][] = [
  [
    'an authority that nobody knows',
    'SELF_SIGNED_CERT_IN_CHAIN',
    'is not trusted here',
    async () => (await startTlsApi(signed({ authority: stranger }), stranger)).url,
  ],
  [
    'an authority that is not shown',
    'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
    'is not trusted here',
    async () => (await startTlsApi(signed({ authority: stranger }))).url,
  ],
  [
    'a certificate of its own making',
    'DEPTH_ZERO_SELF_SIGNED_CERT',
    'is not trusted here',
    async () => (await startTlsApi(makeCertificate('localhost'))).url,
  ],
  [
    'a certificate that has ended',
    'CERT_HAS_EXPIRED',
    'has expired',
    async () => (await startTlsApi(signed({ from: -9, until: -2 }))).url,
  ],
  [
    'a certificate that has not begun',
    'CERT_NOT_YET_VALID',
    'is not valid yet',
    async () => (await startTlsApi(signed({ from: 2, until: 9 }))).url,
  ],
  [
    'another’s certificate',
    'ERR_TLS_CERT_ALTNAME_INVALID',
    'for another name',
    async () => (await startTlsApi(signed({}, 'other.example'))).url,
  ],
  [
    'plain HTTP where TLS should be',
    'ERR_SSL_WRONG_VERSION_NUMBER',
    'agreed on no TLS',
    async () => `https://localhost:${await serve(plain())}`,
  ],
  [
    'a handshake that is never answered',
    'UND_ERR_CONNECT_TIMEOUT',
    'in time',
    async () => `https://localhost:${await serve(silent())}`,
  ],
  ['a name that nobody knows', 'ENOTFOUND', 'is not known', async () => 'https://api.invalid'],
  [
    'a closed port',
    'ECONNREFUSED',
    'Nothing takes connections',
    async () => `https://localhost:${await freePort()}`,
  ],
]

for (const [what, code, words, url] of kinds) {
  test(`${what} is told by its code: in the answer, and once in the log`, async () => {
    test.setTimeout(90_000)
    const { server, ask } = await startConsole(await url())
    for (const answer of await Promise.all([ask(), ask()])) {
      expect(answer.status).toBe(502)
      expect(values(answer, 'x-console-sent')).toEqual(['no'])
      const { detail } = JSON.parse(Buffer.from(answer.body, 'latin1').toString())
      expect(detail).toMatch(/^Nothing was sent: Qovery could not be reached\. /)
      expect(detail).toContain(words)
      expect(detail).toContain(`(${code})`)
    }
    const reasons = () => server.output.stdout.match(/^Qovery cannot be reached.*$/gm)
    await expect.poll(reasons).toEqual([`Qovery cannot be reached: ${code}`])
    expect(server.output.stderr).toBe('')
  })
}

test('once Qovery can be reached the log says so, once', async () => {
  const port = await freePort()
  const { server, ask } = await startConsole(`http://127.0.0.1:${port}`)
  expect((await ask()).status).toBe(502)
  const upstream = await startUpstream(port)
  ends.push(upstream.close)
  expect([(await ask()).status, (await ask()).status]).toEqual([200, 200])
  const lines = () => server.output.stdout.match(/^Qovery can.*$/gm)
  await expect
    .poll(lines)
    .toEqual(['Qovery cannot be reached: ECONNREFUSED', 'Qovery can be reached again'])
})

test('a certificate that is asked of the console, which has none, is told in the log', async () => {
  const { certificate, key } = signed({})
  const api = createTlsServer({ cert: certificate, key, requestCert: true })
  const { server, ask } = await startConsole(`https://localhost:${await serve(api)}`)
  // By then TLS stands for the console, and the call has been written.
  const answer = await ask()
  expect([answer.status, values(answer, 'x-console-sent')]).toEqual([502, []])
  const reasons = () => server.output.stdout.match(/^Qovery .*$/gm)
  await expect
    .poll(reasons)
    .toEqual(['Qovery gave no usable answer: ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED'])
})

test('an authority of NODE_EXTRA_CA_CERTS is trusted', async () => {
  const { url, upstream } = await startTlsApi(signed({}))
  const { ask } = await startConsole(url)
  expect((await ask()).status).toBe(200)
  expect(upstream.requests).toHaveLength(1)
})

test.describe('a proxy', () => {
  for (const name of ['HTTPS_PROXY', 'https_proxy']) {
    test(`of ${name} carries calls in a tunnel, and sees nothing of them`, async () => {
      const { url, upstream } = await startTlsApi(signed({}))
      const proxy = await startTunnelProxy()
      ends.push(proxy.close)
      const { server, ask } = await startConsole(url, {
        [name]: `http://someone:tripwire-proxy@127.0.0.1:${proxy.port}`,
      })
      expect([(await ask()).status, (await ask()).status]).toEqual([200, 200])
      expect(upstream.requests).toHaveLength(2)
      expect(proxy.heads[0]).toMatch(new RegExp(`^CONNECT ${new URL(url).host} HTTP/1.1\r\n`))
      const basic = Buffer.from('someone:tripwire-proxy').toString('base64')
      expect(proxy.heads[0]).toContain(`proxy-authorization: Basic ${basic}`)
      expect(proxy.heads.join('')).not.toContain(typedToken)
      expect(proxy.carried.includes(typedToken)).toBe(false)
      expect(JSON.stringify(upstream.requests)).not.toMatch(/proxy/i)
      const written = server.output.stdout + server.output.stderr
      expect(written).not.toMatch(/tripwire-proxy|someone/)
      expect(written).not.toContain(basic)
    })
  }

  for (const name of ['HTTP_PROXY', 'http_proxy']) {
    test(`of ${name} is for an API in plain HTTP`, async () => {
      const upstream = await startUpstream()
      const proxy = await startTunnelProxy()
      ends.push(upstream.close, proxy.close)
      const { ask } = await startConsole(upstream.origin, {
        [name]: `http://127.0.0.1:${proxy.port}`,
      })
      expect((await ask()).status).toBe(200)
      expect(proxy.heads).toHaveLength(1)
    })
  }

  for (const [name, list] of [
    ['NO_PROXY', 'other.example,localhost'],
    ['no_proxy', '*'],
  ] as const) {
    test(`is gone round by ${name}=${list}`, async () => {
      const { url } = await startTlsApi(signed({}))
      const proxy = await startTunnelProxy()
      ends.push(proxy.close)
      const { ask } = await startConsole(url, {
        HTTPS_PROXY: `http://127.0.0.1:${proxy.port}`,
        [name]: list,
      })
      expect((await ask()).status).toBe(200)
      expect(proxy.heads).toEqual([])
    })
  }

  test('that cannot be one ends the start with a sentence, without its address', async () => {
    const started = startConsoleServer({
      QOVERY_API_URL: 'https://api.qovery.com',
      HTTPS_PROXY: 'socks5://someone:tripwire-proxy@127.0.0.1',
    })
    await expect(started).rejects.toThrow(
      'HTTPS_PROXY must be the http or https address of a proxy',
    )
    await expect(started).rejects.not.toThrow('tripwire')
  })
})

test('where a token is checked, the page says why Qovery cannot be reached, and what to do', async ({
  page,
  pageGuard,
}) => {
  const { url } = await startTlsApi(signed({ authority: stranger }), stranger)
  const { server } = await startConsole(url)
  pageGuard.allowOrigin(server.url)
  pageGuard.allowFailedLoads()
  await page.goto(server.url)
  await page.getByLabel('API token').fill(typedToken)
  await page.getByRole('button', { name: 'Use this token' }).click()
  const problem = page.getByText(/The token could not be checked/)
  await expect(problem).toContainText(
    'The certificate of Qovery’s API is not trusted here (SELF_SIGNED_CERT_IN_CHAIN).',
  )
  await expect(problem).toContainText('NODE_EXTRA_CA_CERTS')
  await expect(page.getByLabel('API token')).toHaveValue(typedToken)
  await expectNoAxeViolations(page)
})
