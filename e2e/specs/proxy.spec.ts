import { randomUUID } from 'node:crypto'
import { connect } from 'node:tls'
import { expect, test } from 'playwright/test'
import { startConsoleServer } from '../servers/console-server'
import { expectSafe } from '../http/expect-safe'
import { freePort } from '../http/listen'
import { sendBytes, sendOver, values } from '../http/raw-http'
import { jsonPost, requestBytes } from '../http/request-bytes'
import { startTlsFront } from '../servers/tls-front'
import { reset } from '../servers/upstream/broken-connections'
import { projectId, valueSecretId } from '../servers/upstream/model'
import { startUpstream } from '../servers/upstream/start-upstream'

const name = 'console.example.test'
const token = 'qov_tripwire-behind-proxy-5d1c'
const startSecret = 'start-secret-of-all-instances-0123456789'
const aliasTarget = `/api/project/${projectId}/secret/${valueSecretId}/alias`

const startBehindProxy = async () => {
  const upstream = await startUpstream()
  const [port, ...ports] = await Promise.all([freePort(), freePort(), freePort()])
  const settings = {
    QOVERY_API_URL: upstream.origin,
    QOVERY_API_TOKEN: token,
    CONSOLE_START_SECRET: startSecret,
    PUBLIC_ORIGIN: `https://${name}:${port}`,
  }
  const instances = await Promise.all(
    ports.map((own) => startConsoleServer({ ...settings, PORT: String(own) })),
  )
  const front = await startTlsFront(name, port, ports)
  const host = `${name}:${port}`

  /** Sends one request through the proxy; its certificate is checked. */
  const send = async (bytes: string) => {
    const ca = front.certificate
    const socket = connect({ host: '127.0.0.1', port, servername: name, ca })
    const [answer, ...more] = await sendOver(socket, bytes)
    if (answer === undefined || more.length > 0) throw new Error('not exactly one answer came')
    return answer
  }

  return {
    upstream,
    instances,
    send,
    host,
    /** Headers of a call from the console's own page. */
    fromPage: [
      `host: ${host}`,
      `origin: https://${host}`,
      'sec-fetch-site: same-origin',
      `x-console-start: ${startSecret}`,
    ],
    close: async () => {
      await front.close()
      await Promise.all(instances.map((instance) => instance.dispose()))
      await upstream.close()
    },
  }
}

type Testbed = Awaited<ReturnType<typeof startBehindProxy>>

const withTestbed = async (use: (testbed: Testbed) => Promise<void>) => {
  const testbed = await startBehindProxy()
  try {
    await use(testbed)
    const unknown = testbed.upstream.requests.filter(({ operation }) => operation === undefined)
    expect(unknown).toEqual([])
    for (const { output } of testbed.instances) {
      expect(output.stdout + output.stderr).not.toContain(token)
    }
  } finally {
    await testbed.close()
  }
}

const createAlias = ({ fromPage }: Testbed, key: string, idempotencyKey: string) =>
  jsonPost(
    aliasTarget,
    [...fromPage, `idempotency-key: ${idempotencyKey}`],
    JSON.stringify({ key, description: null, enable_interpolation_in_file: false }),
  )

test('behind TLS, the page and its calls work, and browsers are told to stay on https', () =>
  withTestbed(async ({ send, host, fromPage, upstream }) => {
    const page = await send(requestBytes({ headers: [`host: ${host}`] }))
    expect(page.status).toBe(200)
    expectSafe(page, { mode: 'live', overTls: true })
    const list = await send(requestBytes({ target: '/api/organization', headers: fromPage }))
    expect(list.status).toBe(200)
    expectSafe(list, { mode: 'live', overTls: true })
    expect(JSON.stringify([page, list])).not.toContain(token)
    expect(upstream.requests.length).toBe(1)
  }))

test('behind TLS, other names and other pages are refused as well', () =>
  withTestbed(async ({ send, host, fromPage, upstream }) => {
    const target = '/api/organization'
    const start = `x-console-start: ${startSecret}`
    const ask = async (...headers: string[]) => {
      const answer = await send(requestBytes({ target, headers }))
      expectSafe(answer, { mode: 'live', overTls: true })
      return answer.status
    }
    expect(await ask('host: evil.example', 'sec-fetch-site: same-origin', start)).toBe(403)
    expect(await ask(`host: ${host}`, 'sec-fetch-site: cross-site', start)).toBe(403)
    expect(
      await ask(`host: ${host}`, `origin: http://${host}`, 'sec-fetch-site: same-origin', start),
    ).toBe(403)
    expect(await ask(...fromPage.slice(0, -1))).toBe(401)
    expect(upstream.requests).toEqual([])
  }))

test('the same POST on another instance makes no second alias and gets a true answer', () =>
  withTestbed(async (testbed) => {
    const { send, upstream, fromPage } = testbed
    const bytes = createAlias(testbed, 'MADE_ONCE', randomUUID())
    const first = await send(bytes)
    const second = await send(bytes)
    const [alias, ...more] = upstream.aliases()
    expect(more).toEqual([])
    expect(first.status).toBe(201)
    expect(JSON.parse(first.body)).toMatchObject({ id: alias?.id, key: 'MADE_ONCE' })
    // Both have reached Qovery: this was another instance, which cannot know the first answer.
    expect(upstream.requests.map(({ method }) => method)).toEqual(['POST', 'POST'])
    expect(second.status).toBe(409)
    expect(JSON.parse(second.body)).toMatchObject({ existing_variable: { id: alias?.id } })
    expect(values(second, 'x-console-sent')).toEqual([])
    const list = await send(
      requestBytes({ target: `/api/project/${projectId}/secret`, headers: fromPage }),
    )
    expect(JSON.parse(list.body)).toMatchObject({
      results: expect.arrayContaining([
        expect.objectContaining({ id: alias?.id, aliased_secret: expect.anything() }),
      ]),
    })
  }))

test('the same POST after an answer that was lost is true on another instance', () =>
  withTestbed(async (testbed) => {
    const { send, upstream } = testbed
    upstream.fault({ commit: true, answer: reset })
    const bytes = createAlias(testbed, 'ANSWER_LOST', randomUUID())
    const first = await send(bytes)
    const second = await send(bytes)
    expect([first.status, second.status]).toEqual([502, 409])
    expect(values(first, 'x-console-sent')).toEqual([])
    expect(upstream.aliases().map(({ key }) => key)).toEqual(['ANSWER_LOST'])
  }))

test('an instance that is gone is not missed', () =>
  withTestbed(async ({ send, host, instances: [first] }) => {
    await first?.kill9()
    const call = () => send(requestBytes({ headers: [`host: ${host}`] }))
    const statuses = [await call(), await call(), await call()].map(({ status }) => status)
    expect(statuses).toEqual([200, 200, 200])
  }))

for (const publicOrigin of ['https://localhost:8443', 'http://127.0.0.1:8080']) {
  test(`${publicOrigin} is this machine alone: no browser is told to stay on https`, async () => {
    const port = await freePort()
    const server = await startConsoleServer({
      PUBLIC_ORIGIN: publicOrigin,
      PORT: String(port),
    })
    try {
      const headers = [`host: ${new URL(publicOrigin).host}`]
      const [answer] = await sendBytes(port, requestBytes({ headers }))
      if (answer === undefined) throw new Error('no answer came')
      expect(answer.status).toBe(200)
      expectSafe(answer, { mode: 'sandbox' })
    } finally {
      await server.dispose()
    }
  })
}
