import { once } from 'node:events'
import { Agent } from 'node:http'
import { connect } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, test as base } from 'playwright/test'
import { callApi } from '../http/call-api'
import { startConsoleServer, type ConsoleServer } from '../servers/console-server'
import { expectSafe } from '../http/expect-safe'
import { sendBytes, values } from '../http/raw-http'
import { fromPage, jsonPost, requestBytes } from '../http/request-bytes'
import type { Answer } from '../servers/upstream/fault'
import { projectId, valueSecretId } from '../servers/upstream/model'
import { json, sendRaw } from '../servers/upstream/raw'
import { startUpstream } from '../servers/upstream/start-upstream'

type Upstream = Awaited<ReturnType<typeof startUpstream>>

const authorization = 'authorization: Token qov_shutdown'
const path = `/project/${projectId}/secret/${valueSecretId}/alias`
const alias = (key: string) => ({ key, description: null, enable_interpolation_in_file: false })

const test = base.extend<{ upstream: Upstream; server: ConsoleServer }>({
  upstream: async ({}, use) => {
    const upstream = await startUpstream()
    await use(upstream)
    await upstream.close()
  },
  server: async ({ upstream }, use) => {
    const server = await startConsoleServer({ QOVERY_API_URL: upstream.origin })
    await use(server)
    await server.dispose()
  },
})

const portOf = ({ url }: ConsoleServer) => Number(new URL(url).port)

const post = (server: ConsoleServer, key: string) => {
  const headers = [...fromPage(new URL(server.url).host), authorization]
  return jsonPost(`/api${path}`, headers, JSON.stringify(alias(key))).replace(
    'connection: close\r\n',
    '',
  )
}

/** Has Qovery keep its answer to the next call until it is told to give it. */
const holdAnswer = (upstream: Upstream) => {
  let give = () => undefined as void
  const given = new Promise<void>((resolve) => {
    give = resolve
  })
  const answer: Answer = async ({ socket, defaultReply: { status, body } }) => {
    await given
    sendRaw(socket, { status, headers: [json], body: JSON.stringify(body) })
  }
  upstream.fault({ commit: true, answer })
  return {
    give,
    /** Waits until Qovery has been asked. */
    asked: () => expect.poll(() => upstream.requests.length).toBe(1),
  }
}

/** What a probe of Kubernetes is told, on a connection of its own. */
const probe = async (server: ConsoleServer, target: string) =>
  (await sendBytes(portOf(server), `GET ${target} HTTP/1.1\r\nconnection: close\r\n\r\n`))[0]
    ?.status

/** Sends bytes and leaves the connection open, whatever comes. */
const openWith = async (port: number, bytes: string) => {
  const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true })
  socket.on('error', () => undefined)
  await once(socket, 'connect')
  await new Promise((resolve) => {
    socket.write(bytes, resolve)
  })
  return socket
}

// Windows has no signals.
if (process.platform !== 'win32') {
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) {
    test(`after ${signal} what was taken is answered, and what comes is refused`, async ({
      upstream,
      server,
    }) => {
      const port = portOf(server)
      expect(await probe(server, '/readyz')).toBe(200)
      const held = holdAnswer(upstream)
      const taken = sendBytes(port, post(server, 'TAKEN') + post(server, 'BEHIND'))
      await held.asked()
      const ended = server.end(signal)
      await expect.poll(() => probe(server, '/readyz')).toBe(503)

      expect(await probe(server, '/livez')).toBe(200)
      const [ready] = await sendBytes(port, 'GET /readyz HTTP/1.1\r\n\r\n')
      const [refused, ...more] = await sendBytes(
        port,
        post(server, 'REFUSED') + post(server, 'TOO'),
      )
      expect(more).toEqual([])
      for (const answer of [ready, refused]) {
        if (answer === undefined) throw new Error('no answer came')
        expect(answer.status).toBe(503)
        expect(values(answer, 'connection')).toEqual(['close'])
        expectSafe(answer, { mode: 'live' })
      }
      expect(refused && values(refused, 'x-console-sent')).toEqual(['no'])
      expect(refused && values(refused, 'retry-after')).toEqual(['1'])

      held.give()
      const [created, ...none] = await taken
      expect([created?.status, none]).toEqual([201, []])
      expect(created && values(created, 'connection')).toEqual(['close'])
      expect(await ended).toEqual({ code: 0, signal: null })
      expect(upstream.aliases().map(({ key }) => key)).toEqual(['TAKEN'])
      expect(server.output.stdout).toMatch(/^Ends when its 1 open call is answered/m)
    })
  }

  test('a server that is asked no probe takes no connection while it stops', async ({
    upstream,
    server,
  }) => {
    const held = holdAnswer(upstream)
    const taken = sendBytes(portOf(server), post(server, 'TAKEN'))
    await held.asked()
    const ended = server.end('SIGTERM')
    // A proxy turns to the next server where it cannot connect, and nowhere else with a POST.
    await expect
      .poll(() => fetch(server.url).catch(({ cause }: Error) => String(cause)))
      .toMatch(/ECONNREFUSED/)
    held.give()
    expect((await taken).map(({ status }) => status)).toEqual([201])
    expect(await ended).toEqual({ code: 0, signal: null })
  })

  test('clients that keep their connections lose no answer', async ({ upstream, server }) => {
    upstream.delay = 100
    const port = portOf(server)
    let created = 0
    const client = async (name: number) => {
      const agent = new Agent({ keepAlive: true, maxSockets: 1 })
      for (let nth = 0; ; nth += 1) {
        const call = { method: 'POST', path, agent, body: alias(`KEPT_${name}_${nth}`) }
        const headers = { authorization: 'Token qov_shutdown' }
        const answer = await callApi(port, { ...call, headers }).catch(() => undefined)
        if (answer?.status !== 201) return agent.destroy()
        created += 1
      }
    }
    const clients = [1, 2, 3, 4].map(client)
    await expect.poll(() => upstream.aliases().length).toBeGreaterThan(8)
    expect(await server.end('SIGTERM')).toEqual({ code: 0, signal: null })
    await Promise.all(clients)
    expect(upstream.aliases()).toHaveLength(created)
  })

  const open: [what: string, bytes: string][] = [
    ['a tunnel', 'CONNECT a:1 HTTP/1.1\r\n\r\n'],
    ['a silent connection', ''],
    ['half a request', 'GET / HT'],
    ['a client that does not close', requestBytes()],
    ['an upgrade', 'GET /livez HTTP/1.1\r\nconnection: upgrade\r\nupgrade: h2c\r\n\r\n'],
  ]
  for (const [what, bytes] of open) {
    test(`the server ends although ${what} is still open`, async ({ server }) => {
      const socket = await openWith(portOf(server), bytes)
      expect((await fetch(server.url)).status).toBe(200)
      expect(await server.end('SIGTERM')).toEqual({ code: 0, signal: null })
      socket.destroy()
    })
  }

  test('the server ends although a client reads nothing and a call is never answered', async ({
    upstream,
    server,
  }) => {
    const port = portOf(server)
    const held = holdAnswer(upstream)
    const unanswered = await openWith(port, post(server, 'UNANSWERED'))
    await held.asked()
    // More than the buffers of both sides take.
    const unread = await openWith(port, requestBytes({ last: false }).repeat(900))
    unread.pause()
    expect(await server.end('SIGTERM')).toEqual({ code: 0, signal: null })
    unanswered.destroy()
    unread.destroy()
  })

  test('a second signal changes nothing, but a second Ctrl-C ends the server at once', async ({
    upstream,
    server,
  }) => {
    expect(await probe(server, '/readyz')).toBe(200)
    const held = holdAnswer(upstream)
    const taken = sendBytes(portOf(server), post(server, 'TAKEN'))
    await held.asked()
    const ended = server.end('SIGTERM')
    // A terminal and npm both hand on a Ctrl-C: these are one.
    for (const signal of ['SIGTERM', 'SIGHUP', 'SIGINT', 'SIGINT'] as const) {
      process.kill(server.pid, signal)
    }
    await wait(1200)
    expect(await probe(server, '/livez')).toBe(200)
    process.kill(server.pid, 'SIGINT')
    expect(await ended).toEqual({ code: 130, signal: null })
    expect(await taken).toEqual([])
    held.give()
  })
}
