import { once } from 'node:events'
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { connect, type Socket } from 'node:net'
import { afterEach, describe, expect, test } from 'vitest'
import { createHttpServer } from './http-server'
import { portOf } from '../start/port-of'
import { rawRefusal } from './raw-refusal'
import { send } from './reply'

const policy = ['x-test-policy', 'whole']
const shortLimits = {
  stalled: 100,
  hesitating: 40,
  reading: 60_000,
  unread: 2 ** 40,
  interval: 20,
  linger: 100,
  lastCall: 100,
  waiting: 1000,
  heads: 2 ** 40,
}
let close: (() => void) | undefined
afterEach(() => close?.())

/** Starts a server, and gives what a client and a test need of it. */
const start = async (
  answer: RequestListener = (_, response) => response.end('ok'),
  limits?: typeof shortLimits,
) => {
  const lines: string[] = []
  const http = createHttpServer(policy, (line) => lines.push(line), limits)
  const { server } = http
  http.answerWith(answer)
  server.listen(0, '127.0.0.1')
  close = () => {
    server.closeAllConnections()
    server.close()
  }
  await once(server, 'listening')
  const open = () =>
    connect({ port: portOf(server) ?? 0, host: '127.0.0.1', allowHalfOpen: true }).on(
      'error',
      () => undefined,
    )
  return { ...http, open, lines }
}

/** All that comes on a connection until the server ends it. */
const readAll = async (socket: Socket) => {
  let text = ''
  for await (const chunk of socket) text += String(chunk)
  return text
}

/** Sends bytes and reads until the server closes the connection. */
const sendBytes = async (bytes: string, answer?: RequestListener) => {
  const { open } = await start(answer)
  const socket = open()
  socket.write(bytes)
  const text = await readAll(socket)
  socket.destroy()
  return text
}

const statuses = (text: string) =>
  [...text.matchAll(/HTTP\/1\.1 (\d+) /g)].map(([, status]) => Number(status))

/** Answers at once, or when the test says so at the path `/slow`; remembers what it was asked. */
const recorder = () => {
  const asked: string[] = []
  const slow: ServerResponse[] = []
  let wake: (() => void) | undefined
  const listener = ({ method, url }: IncomingMessage, response: ServerResponse) => {
    asked.push(`${method} ${url}`)
    if (url === '/slow') {
      slow.push(response)
      wake?.()
    } else if (url === '/refused') send(response, rawRefusal(403), policy)
    else response.end('ok')
  }
  return {
    asked,
    listener,
    /** The answers to `/slow` that are still to be given. */
    slow,
    /** Waits until `/slow` has been asked. */
    slowAsked: async () => {
      if (slow.length > 0) return
      await new Promise<void>((resolve) => {
        wake = resolve
      })
    },
  }
}

const head = 'GET / HTTP/1.1\r\nhost: a\r\n'
const last = 'connection: close\r\n\r\n'
const get = (path: string, more = '\r\n') => `GET ${path} HTTP/1.1\r\nhost: a\r\n${more}`

describe('what is no request', () => {
  test.each([
    ['garbage', 'garbage\r\n\r\n', 400],
    ['an unknown method', 'BREW / HTTP/1.1\r\n\r\n', 400],
    ['a broken header', `${head}a b: c\r\n\r\n`, 400],
    ['two lengths', `${head}content-length: 1\r\ncontent-length: 2\r\n\r\n`, 400],
    ['a length and chunks', `${head}content-length: 1\r\ntransfer-encoding: chunked\r\n\r\n`, 400],
    ['a tunnel', 'CONNECT a:1 HTTP/1.1\r\nhost: a\r\n\r\n', 405],
    ['an expectation', `${head}expect: more\r\n\r\n`, 417],
    ['an expectation among others', `${head}expect: 100-continue, foo\r\n\r\n`, 417],
    ['an expectation of a similar name', `${head}expect: not-100-continue\r\n\r\n`, 417],
    ['two expectations', `${head}${'expect: 100-continue\r\n'.repeat(2)}\r\n`, 417],
  ])('%s is answered with our headers, once, in JSON', async (_, bytes, status) => {
    const answer = await sendBytes(bytes)
    const [top = '', body = ''] = answer.split('\r\n\r\n')
    expect(top).toMatch(new RegExp(`^HTTP/1.1 ${status} `))
    for (const line of ['x-test-policy: whole', 'cache-control: no-store', 'x-console-sent: no']) {
      expect(top.split('\r\n').filter((other) => other === line)).toEqual([line])
    }
    expect(JSON.parse(body)).toMatchObject({ status })
  })

  test('cookies of 60 kB pass, and what is too long is answered for who opens the page', async () => {
    const cookies = (length: number) => `${head}cookie: ${'c'.repeat(length)}\r\n${last}`
    expect(statuses(await sendBytes(cookies(60_000)))).toEqual([200])
    const answer = await sendBytes(cookies(70_000))
    expect(answer).toMatch(/^HTTP\/1.1 431 /)
    expect(answer).toContain('x-test-policy: whole\r\n')
    expect(answer).toContain('content-type: text/html; charset=utf-8\r\n')
    expect(answer).toMatch(/<h1>Your browser sends too many cookies<\/h1>[^]*Delete the cookies/)
  })

  test('a request without a Host reaches the guards', async () => {
    expect(await sendBytes(`GET / HTTP/1.1\r\n${last}`)).toMatch(/^HTTP\/1.1 200 /)
  })

  test('every header of a request reaches the guards', async () => {
    let seen: readonly string[] = []
    const many = 'a:b\r\n'.repeat(5000)
    await sendBytes(`${head}${many}origin: last\r\n${last}`, ({ rawHeaders }, response) => {
      seen = rawHeaders
      response.end()
    })
    expect(seen.slice(-4)).toEqual(['origin', 'last', 'connection', 'close'])
    expect(seen).toHaveLength(2 * 5003)
  })

  test('a body that breaks is refused although the request has begun', async () => {
    const bytes = 'POST / HTTP/1.1\r\nhost: a\r\ntransfer-encoding: chunked\r\n\r\nzz\r\n'
    expect(await sendBytes(bytes, () => undefined)).toMatch(/^HTTP\/1.1 400 /)
  })

  test('a body that breaks after its answer is not answered a second time', async () => {
    const bytes = 'POST / HTTP/1.1\r\nhost: a\r\ntransfer-encoding: chunked\r\n\r\n'
    const { open } = await start()
    const socket = open()
    socket.write(bytes)
    await once(socket, 'readable')
    socket.write('zz\r\n')
    expect(statuses(await readAll(socket))).toEqual([200])
  })
})

describe('a connection', () => {
  test.each([
    ['that waits', ''],
    ['of half a request', 'GET / HT'],
    ['of a request without its body', 'POST /slow HTTP/1.1\r\ncontent-length: 5\r\n\r\n'],
    ['whose request is being answered', get('/slow')],
    ['of a tunnel', 'CONNECT a:1 HTTP/1.1\r\n\r\n'],
    ['of garbage', 'garbage\r\n\r\n'],
    ['of a tunnel behind a request', `${get('/slow')}CONNECT a:1 HTTP/1.1\r\n\r\n`],
    ['of an upgrade', get('/slow', 'connection: upgrade\r\nupgrade: websocket\r\n\r\n')],
  ])('%s may break at any time', async (_, bytes) => {
    const { server, open } = await start(recorder().listener)
    const socket = open()
    const [served]: Socket[] = await once(server, 'connection')
    if (served === undefined) throw new Error('no connection came')
    if (bytes !== '') socket.write(bytes)
    await expect.poll(() => served.bytesRead).toBe(bytes.length)
    // Twice: node takes its own listener away with the first.
    for (let time = 0; time < 2; time += 1) {
      expect(() => served.emit('error', new Error('reset'))).not.toThrow()
    }
    socket.resetAndDestroy()
  })

  test('answers one request after the other, and begins none before its turn', async () => {
    const { listener, asked, slow, slowAsked } = recorder()
    const { open } = await start(listener)
    const socket = open()
    socket.write(get('/slow') + get('/a') + get('/b') + get('/c', last))
    await slowAsked()
    // Time for a second one to begin, if it would.
    await once(open().end(get('/beside', last)), 'data')
    expect(asked).toEqual(['GET /slow', 'GET /beside'])
    slow[0]?.end('late')
    const text = await readAll(socket)
    expect(asked).toEqual(['GET /slow', 'GET /beside', 'GET /a', 'GET /b', 'GET /c'])
    expect(statuses(text)).toEqual([200, 200, 200, 200])
    expect(text.indexOf('late')).toBeLessThan(text.indexOf('ok'))
  })

  test('whose client has ended its own side gets all its answers, and is closed then', async () => {
    const { asked, listener, slow, slowAsked } = recorder()
    const { server, open } = await start(listener)
    const socket = open()
    const [served]: Socket[] = await once(server, 'connection')
    socket.end(get('/slow') + get('/behind'))
    await slowAsked()
    await expect.poll(() => served?.readableEnded).toBe(true)
    slow[0]?.end('late')
    expect(statuses(await readAll(socket))).toEqual([200, 200])
    expect(asked).toEqual(['GET /slow', 'GET /behind'])
    await expect.poll(() => served?.destroyed).toBe(true)
  })

  test('of more waiting requests than anybody sends is cut', async () => {
    const { listener, asked } = recorder()
    const { open } = await start(listener)
    const socket = open()
    socket.write(get('/slow') + get('/a').repeat(1001))
    expect(await readAll(socket).catch(() => '')).toBe('')
    expect(asked).toEqual(['GET /slow'])
  })

  test('of heads that wait, no more is held than the memory has room for, on all connections', async () => {
    const { listener, slow, slowAsked } = recorder()
    const { open } = await start(listener, { ...shortLimits, heads: 100_000 })
    const first = open()
    first.write(get('/slow') + get('/a').repeat(1000))
    await slowAsked()
    const second = open()
    second.write(get('/slow') + get('/b', `${'a:b\r\n'.repeat(2000)}\r\n`))
    expect(await readAll(second).catch(() => '')).toBe('')
    // An end alone could be that of a client who waits for its answers.
    first.resetAndDestroy()
    await once(first, 'close')
    // What was held for a connection that is gone has room for others, as has what was begun.
    for (let round = 0; round < 3; round += 1) {
      slow.length = 0
      const later = open()
      later.write(get('/slow') + get('/c').repeat(500) + get('/d', last))
      await slowAsked()
      slow[0]?.end('late')
      expect(statuses(await readAll(later))).toHaveLength(502)
    }
  })

  test.each([
    ['a refused request', get('/refused'), [403]],
    ['an expectation', get('/', 'expect: more\r\n\r\n'), [417]],
    ['a tunnel', 'CONNECT a:1 HTTP/1.1\r\n\r\n', [405]],
    ['a broken header', `${head}a b: c\r\n\r\n`, [400]],
    ['a request that is the last', get('/', last), [200]],
    ['a request of HTTP/1.0', 'GET / HTTP/1.0\r\n\r\n', [200]],
    // What node drops of it, and what comes later.
    ['an upgrade', get('/', 'connection: Upgrade\r\nupgrade: h2c\r\n\r\n'), [200]],
    [
      'an upgrade with a body',
      'POST / HTTP/1.1\r\nhost: a\r\nconnection: x, upgrade\r\nupgrade: h2c\r\ncontent-length: 2\r\n\r\n{}',
      [200],
    ],
  ])('carries out nothing behind %s', async (_, bytes, expected) => {
    const { listener, asked } = recorder()
    const { open } = await start(listener)
    const socket = open()
    socket.write(`${bytes}${get('/behind')}`)
    // What comes later is behind it as well.
    setTimeout(() => socket.write(get('/behind').repeat(3)), 20)
    expect(statuses(await readAll(socket))).toEqual(expected)
    await once(open().end(get('/beside', last)), 'data')
    expect(asked).not.toContain('GET /behind')
  })

  test('says with the answer to an upgrade that it is the last', async () => {
    const { listener } = recorder()
    const { open } = await start(listener)
    const socket = open()
    const upgrade = get('/b', 'connection: upgrade, http2-settings\r\nupgrade: h2c\r\n\r\n')
    socket.write(get('/a') + upgrade + get('/c'))
    const text = await readAll(socket)
    expect(statuses(text)).toEqual([200, 200])
    expect(text.match(/^connection: .*$/gim)).toEqual([
      'Connection: keep-alive',
      'connection: close',
    ])
  })

  test('meets the expectation of 100-continue, in whatever letters', async () => {
    const bytes = `${head}expect: 100-Continue\r\n${last}`
    expect(statuses(await sendBytes(bytes))).toEqual([100, 200])
  })

  test.each([
    ['garbage', 'garbage\r\n\r\n'],
    ['a tunnel', 'CONNECT a:1 HTTP/1.1\r\n\r\n'],
    ['a broken request', `${head}a b: c\r\n\r\n`],
  ])('gives a whole request its answer, and no other, where %s follows', async (_, bytes) => {
    const { listener, slow, slowAsked } = recorder()
    const { open } = await start(listener)
    const socket = open()
    socket.write(get('/slow') + get('/between') + bytes)
    await slowAsked()
    await once(open().end(get('/beside', last)), 'data')
    slow[0]?.end('late')
    const text = await readAll(socket)
    expect(statuses(text)).toEqual([200])
    expect(text).toMatch(/connection: close[^]*late$/i)
  })

  test('whose upload is refused gets the refusal, also where it reads only once all is sent', async () => {
    const { open } = await start((_, response) => send(response, rawRefusal(413), policy))
    const socket = open()
    socket.write('POST / HTTP/1.1\r\nhost: a\r\ncontent-length: 20000000\r\n\r\n')
    await new Promise((resolve) => {
      socket.write(Buffer.alloc(20_000_000), resolve)
    })
    expect(statuses(await readAll(socket))).toEqual([413])
  })
})

describe('a client is let go', () => {
  const whole = Buffer.alloc(50_000_000)

  /** Waits until the server has closed the one connection that it has. */
  const closed = async (server: Awaited<ReturnType<typeof start>>['server']) => {
    const [served]: Socket[] = await once(server, 'connection')
    if (served === undefined) throw new Error('no connection came')
    if (!served.closed) await once(served, 'close')
    return served
  }

  test.each([
    ['a refusal', 'garbage\r\n\r\n'],
    ['a tunnel', 'CONNECT a:1 HTTP/1.1\r\n\r\n'],
    ['its last answer', get('/', last)],
  ])('that does not close after %s', async (_, bytes) => {
    const { server, open } = await start(undefined, shortLimits)
    const socket = open()
    socket.write(bytes)
    await closed(server)
    expect(statuses(await readAll(socket))).toHaveLength(1)
  })

  test.each([
    ['at all', { ...shortLimits, stalled: 100 }],
    ['in time', { ...shortLimits, stalled: 60_000, reading: 100 }],
  ])('that does not read its answer %s', async (_, limits) => {
    const { server, open, lines } = await start((__, response) => response.end(whole), limits)
    const socket = open()
    socket.write(get('/'))
    const served = await closed(server)
    expect(served.bytesWritten).toBeGreaterThan(0)
    expect(served.writableFinished).toBe(false)
    expect(lines).toEqual([expect.stringMatching(/^Cut off a client in mid-answer: .* read/)])
  })

  test('that reads nothing, where others do not either and the memory fills', async () => {
    const limits = { ...shortLimits, stalled: 60_000, unread: 2.5 * whole.length }
    const { server, open } = await start((_, response) => response.end(whole), limits)
    const served: Socket[] = []
    server.on('connection', (socket) => served.push(socket))
    for (let client = 0; client < 4; client += 1) {
      const socket = open()
      socket.write(get('/'))
      await expect.poll(() => served[client]?.bytesWritten ?? 0).toBeGreaterThan(0)
    }
    await expect
      .poll(() => served.map(({ destroyed }) => destroyed))
      .toEqual([true, true, false, false])
  })

  /** Reads some of what comes, again and again. @returns what has come in all */
  const readSlowly = (socket: Socket) => {
    const read = { bytes: 0 }
    socket.pause()
    const timer = setInterval(() => {
      for (let piece = socket.read(); piece !== null; piece = socket.read()) {
        read.bytes += piece.length
        if (piece.length >= 1_000_000) break
      }
    }, 2)
    socket.once('close', () => clearInterval(timer))
    socket.on('readable', () => undefined)
    return read
  }

  test('never for others: who reads gets all, however much others leave unread', async () => {
    const limits = { ...shortLimits, stalled: 60_000, hesitating: 300, unread: 1.5 * whole.length }
    const { server, open, lines } = await start((_, response) => response.end(whole), limits)
    const served: Socket[] = []
    server.on('connection', (socket) => served.push(socket))
    const reader = open()
    reader.write(get('/', last))
    const read = readSlowly(reader)
    await expect.poll(() => read.bytes).toBeGreaterThan(0)
    for (let client = 1; client < 4; client += 1) {
      open().write(get('/'))
      await expect.poll(() => served[client]?.bytesWritten ?? 0).toBeGreaterThan(0)
    }
    await expect.poll(() => read.bytes, { timeout: 20_000 }).toBeGreaterThan(whole.length)
    expect(served.slice(1, 3).map(({ destroyed }) => destroyed)).toEqual([true, true])
    expect(lines.join('\n')).toMatch(/^Cut off \w+ clients? in mid-answer: too much waited/)
  }, 30_000)

  test('never where all get the same bytes, which take the memory once', async () => {
    const limits = { ...shortLimits, stalled: 60_000, unread: 1.5 * whole.length }
    const reply = { status: 200, headers: {}, content: whole }
    const { server, open } = await start((_, response) => send(response, reply, policy), limits)
    const served: Socket[] = []
    server.on('connection', (socket) => served.push(socket))
    for (let client = 0; client < 4; client += 1) {
      open().write(get('/'))
      await expect.poll(() => served[client]?.bytesWritten ?? 0).toBeGreaterThan(0)
    }
    await new Promise((resolve) => setTimeout(resolve, 10 * limits.interval))
    expect(served.map(({ destroyed }) => destroyed)).toEqual([false, false, false, false])
  })

  test('never while its answer is being made, or another one is', async () => {
    const { listener, slow, slowAsked } = recorder()
    const { open } = await start(listener, { ...shortLimits, reading: 100 })
    const socket = open()
    socket.write(get('/a') + get('/slow', last))
    await slowAsked()
    setTimeout(() => slow[0]?.end('late'), 500)
    expect(statuses(await readAll(socket))).toEqual([200, 200])
  })
})

describe('at its end, the server', () => {
  test('answers what it has begun, refuses what comes, and closes the rest', async () => {
    const { listener, slow, slowAsked } = recorder()
    const { open, endAll, isStopping, answering } = await start((incoming, response) => {
      if (isStopping()) send(response, rawRefusal(503), policy)
      else listener(incoming, response)
    })
    const [busy, idle, silent, half] = [open(), open(), open(), open()]
    idle.write(get('/'))
    await once(idle, 'readable')
    half.write('GET / HT')
    busy.write(get('/slow'))
    await slowAsked()
    expect(answering()).toBe(1)
    let ended = false
    const endThen = async () => {
      await endAll(60_000, { listening: true })
      ended = true
    }
    const end = endThen()
    for (const socket of [idle, silent, half]) {
      const text = await readAll(socket)
      expect(statuses(text).length).toBe(socket === idle ? 1 : 0)
      socket.end()
    }
    const fresh = open()
    fresh.write(get('/new'))
    const refusal = await readAll(fresh)
    expect(statuses(refusal)).toEqual([503])
    expect(refusal).toMatch(/connection: close/i)
    expect(ended).toBe(false)
    slow[0]?.end('late')
    const text = await readAll(busy)
    expect(text).toMatch(/^HTTP\/1.1 200 [^]*connection: close[^]*late$/i)
    busy.end()
    await end
  })

  test('answers every connection that waits to be taken when it stops listening', async () => {
    const { open, endAll } = await start()
    const clients = Array.from({ length: 20 }, open)
    for (const socket of clients) socket.write(get('/'))
    // Made by the system, and not seen by the server in this turn of the loop.
    await new Promise<void>((resolve) => process.nextTick(resolve))
    const end = endAll(60_000)
    const texts = await Promise.all(
      clients.map(async (socket) => {
        const text = await readAll(socket)
        socket.end()
        return text
      }),
    )
    expect(texts.flatMap(statuses)).toEqual(clients.map(() => 200))
    await end
  })

  test('refuses on a kept connection what comes just then, and cuts nobody off', async () => {
    const { server, open, endAll, isStopping } = await start(
      (_, response) => {
        if (isStopping()) send(response, rawRefusal(503), policy)
        else response.end('ok')
      },
      { ...shortLimits, lastCall: 60_000 },
    )
    const idle = open()
    idle.write(get('/'))
    await once(idle, 'readable')
    const end = endAll(60_000)
    // Node's own way to stop listening destroys what is idle at that moment.
    await expect.poll(() => server.listening).toBe(false)
    idle.write(get('/late'))
    const text = await readAll(idle)
    expect(statuses(text)).toEqual([200, 503])
    expect(text).toMatch(/HTTP\/1\.1 503 [^]*connection: close/i)
    idle.end()
    await end
  })

  test.each([
    ['does not close after its last answer', get('/'), 60_000],
    ['has asked for a tunnel', 'CONNECT a:1 HTTP/1.1\r\n\r\n', 60_000],
    ['sends its request for ever', `POST /slow HTTP/1.1\r\ncontent-length: 9\r\n\r\n`, 100],
    ['gets no answer', get('/slow'), 100],
  ])('waits for no client that %s', async (_, bytes, milliseconds) => {
    const { listener } = recorder()
    const { server, open, endAll } = await start(listener, shortLimits)
    const socket = open()
    socket.write(bytes)
    const [served]: Socket[] = await once(server, 'connection')
    await expect.poll(() => served?.bytesRead).toBe(bytes.length)
    await endAll(milliseconds)
    expect(served?.destroyed).toBe(true)
  })
})
