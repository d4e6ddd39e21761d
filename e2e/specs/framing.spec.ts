import { once } from 'node:events'
import { connect } from 'node:net'
import { expect } from 'playwright/test'
import { expectSafe, marker } from '../http/expect-safe'
import { test, typedToken, type Testbed } from '../servers/live-console'
import { sendBytes, values, type Piece } from '../http/raw-http'
import { fromPage, requestBytes } from '../http/request-bytes'
import { projectId, valueSecretId } from '../servers/upstream/model'

const authorization = `authorization: Token ${typedToken}`
const aliasTarget = `/api/project/${projectId}/secret/${valueSecretId}/alias`
const page = (testbed: Testbed) => [...fromPage(testbed.host), authorization]

/** A whole call that must not be read out of another one's body. */
const smuggled = (testbed: Testbed) =>
  requestBytes({ target: '/api/organization', headers: page(testbed) })

const post = (testbed: Testbed, lines: readonly string[], body: string) =>
  requestBytes({
    method: 'POST',
    target: aliasTarget,
    headers: [...page(testbed), 'content-type: application/json', ...lines],
    body,
    last: false,
  })

const json = '{"key":"SMUGGLED"}'
const chunks = `${json.length.toString(16)}\r\n${json}\r\n0\r\n\r\n`

test.describe('where a request ends', () => {
  const ambiguous: [what: string, lines: string[], body: string][] = [
    ['two lengths', ['content-length: 0', `content-length: ${json.length}`], json],
    ['the same length twice', Array(2).fill(`content-length: ${json.length}`), json],
    ['a list of lengths', [`content-length: ${json.length}, ${json.length}`], json],
    ['a signed length', [`content-length: +${json.length}`], json],
    ['a negative length', ['content-length: -1'], json],
    ['a hexadecimal length', ['content-length: 0x12'], json],
    ['a length with a fraction', ['content-length: 18.0'], json],
    ['an absurd length', [`content-length: ${'9'.repeat(40)}`], json],
    ['length and chunks', [`content-length: ${json.length}`, 'transfer-encoding: chunked'], chunks],
    ['chunks and length', ['transfer-encoding: chunked', 'content-length: 4'], chunks],
    ['an unknown encoding', ['transfer-encoding: xchunked'], chunks],
    ['chunks, then another encoding', ['transfer-encoding: chunked, identity'], chunks],
    ['a broken chunk size', ['transfer-encoding: chunked'], `zz\r\n${json}\r\n0\r\n\r\n`],
    ['a signed chunk size', ['transfer-encoding: chunked'], `+12\r\n${json}\r\n0\r\n\r\n`],
    ['a chunk longer than told', ['transfer-encoding: chunked'], `2\r\n${json}\r\n0\r\n\r\n`],
    ['a space before the colon', [`content-length : ${json.length}`], json],
    ['a tab before the colon', ['transfer-encoding\t: chunked'], chunks],
    ['a header without a colon', [marker, `content-length: ${json.length}`], json],
    ['a NUL in a header', [`x-a: ${marker}\0`, `content-length: ${json.length}`], json],
    ['a bare CR in a header', [`x-a: b\rcontent-length: ${json.length}`], json],
  ]

  for (const [what, lines, body] of ambiguous) {
    test(`a request with ${what} is refused, and nothing behind it is read`, async ({
      testbeds,
    }) => {
      const { live } = testbeds
      const answers = await sendBytes(live.port, post(live, lines, body) + smuggled(live))
      expect(answers.map(({ status }) => status)).toEqual([400])
      for (const answer of answers) expectSafe(answer, { mode: 'live' })
      expect(live.upstream.requests).toEqual([])
    })
  }

  const unknown: [what: string, version: string, lines: string[], status: number][] = [
    ['an encoding before the chunks', '1.1', ['transfer-encoding: gzip, chunked'], 501],
    [
      'an encoding of its own line',
      '1.1',
      ['transfer-encoding: br', 'transfer-encoding: chunked'],
      501,
    ],
    ['chunks of chunks', '1.1', ['transfer-encoding: chunked, chunked'], 400],
    ['chunks in HTTP/1.0', '1.0', ['transfer-encoding: chunked'], 400],
  ]
  for (const [what, version, lines, status] of unknown) {
    test(`a body with ${what} is not taken for a plain one`, async ({ testbeds }) => {
      const { live } = testbeds
      const bytes = post(live, lines, chunks).replace('HTTP/1.1', `HTTP/${version}`)
      const answers = await sendBytes(live.port, bytes + smuggled(live))
      expect(answers.map((answer) => answer.status)).toEqual([status])
      for (const answer of answers) expectSafe(answer, { mode: 'live' })
      expect(live.upstream.requests).toEqual([])
    })
  }

  const refusals: [what: string, bytes: (testbed: Testbed) => string, status: number][] = [
    ['a foreign Host', () => requestBytes({ headers: ['host: evil'], last: false }), 403],
    [
      'a strange target',
      (testbed) => requestBytes({ target: '*', headers: page(testbed), last: false }),
      400,
    ],
    ['half of JSON', (testbed) => post(testbed, ['content-length: 2'], '{"'), 400],
    ['a long body', (testbed) => post(testbed, ['content-length: 70000'], ' '.repeat(70_000)), 413],
    [
      'a body of another type',
      (testbed) =>
        post(testbed, ['content-length: 2'], '{}').replace('application/json', 'text/plain'),
      415,
    ],
    ['an expectation', (testbed) => post(testbed, ['expect: x', 'content-length: 2'], '{}'), 417],
  ]
  for (const [what, bytes, status] of refusals) {
    test(`nothing is carried out that stands behind ${what}`, async ({ testbeds }) => {
      const { live } = testbeds
      const behind = post(live, [`content-length: ${json.length}`], json)
      // In one piece with it, and a moment later.
      const answers = await sendBytes(live.port, bytes(live) + behind, 50, behind)
      expect(answers.map((answer) => answer.status)).toEqual([status])
      expect(values(answers[0] ?? { status, headers: [], body: '' }, 'connection')).toEqual([
        'close',
      ])
      await sendBytes(live.port, smuggled(live))
      expect(live.upstream.requests.map(({ method }) => method)).toEqual(['GET'])
    })
  }

  test('a body that is refused for its size is not read as the next request', async ({
    testbeds,
  }) => {
    const { live } = testbeds
    const body = smuggled(live).padEnd(70_000, ' ')
    const answers = await sendBytes(live.port, post(live, [`content-length: ${body.length}`], body))
    expect(answers.map(({ status }) => status)).toEqual([413])
    expect(live.upstream.requests).toEqual([])
  })

  test('a body that nobody wants is skipped as a body', async ({ testbeds }) => {
    const { live } = testbeds
    const body = smuggled(live)
    const unwanted = (method: string, target: string) =>
      requestBytes({
        method,
        target,
        headers: [...page(live), `content-length: ${body.length}`],
        body,
        last: false,
      })
    const answers = await sendBytes(
      live.port,
      unwanted('GET', '/'),
      unwanted('POST', '/'),
      unwanted('GET', '/api/organization'),
      smuggled(live),
    )
    expect(answers.map(({ status }) => status)).toEqual([200, 405, 200, 200])
    for (const answer of answers) expectSafe(answer, { mode: 'live' })
    expect(live.upstream.requests.length).toBe(2)
  })
})

test.describe('what is no HTTP request', () => {
  const nonsense: [what: string, bytes: string][] = [
    ['noise', '\x00\xff\x13\x37\r\n\r\n'],
    ['a TLS greeting', '\x16\x03\x01\x00\xa5\x01\x00\x00\xa1\x03\x03'.padEnd(200, '\0')],
    ['HTTP/2', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'],
    ['HTTP/0.9', 'GET /\r\n\r\n'],
    ['HTTP/2 in the words of HTTP/1', `GET / HTTP/2.0\r\nhost: ${marker}\r\n\r\n`],
    ['an unknown version', `GET / HTTP/7.7\r\nhost: ${marker}\r\n\r\n`],
    ['a method in small letters', `get / HTTP/1.1\r\nhost: ${marker}\r\n\r\n`],
    ['an unknown method', `${marker.toUpperCase()} / HTTP/1.1\r\nhost: a\r\n\r\n`],
    ['a target with a space', `GET /${marker} b HTTP/1.1\r\nhost: a\r\n\r\n`],
    ['a target with a NUL', `GET /${marker}\0 HTTP/1.1\r\nhost: a\r\n\r\n`],
  ]
  for (const [what, bytes] of nonsense) {
    test(`${what} is answered with a refusal like all others`, async ({ testbeds }) => {
      const answers = await sendBytes(testbeds.live.port, bytes)
      expect(answers.map(({ status }) => status)).toEqual([400])
      for (const answer of answers) expectSafe(answer, { mode: 'live' })
    })
  }

  test('headers beyond 64 KiB are refused, in words for who opens the page', async ({
    testbeds,
  }) => {
    const { live } = testbeds
    const of = (line: string) =>
      sendBytes(live.port, requestBytes({ headers: [...page(live), line] }))
    const cookies = (count: number) => `cookie: ${'a=b; '.repeat(count)}`
    const long = await Promise.all([of(`x-long: ${'W'.repeat(66_000)}`), of(cookies(13_200))])
    for (const answer of long.flat()) {
      expect(answer.status).toBe(431)
      expect(values(answer, 'content-type')).toEqual(['text/html; charset=utf-8'])
      expect(answer.body).toMatch(/Nothing was changed[^]*Delete the cookies of that name/)
      expectSafe(answer, { mode: 'live' })
    }
    expect(long.flat()).toHaveLength(2)
    // What other programs of the same name may well have left in a browser.
    expect((await of(cookies(12_000))).map(({ status }) => status)).toEqual([200])
  })

  test('a tunnel is refused, whatever it leads to', async ({ testbeds }) => {
    const { live } = testbeds
    const tunnels = [`127.0.0.1:${live.tripwire.port}`, live.host].map((target) => {
      const bytes = requestBytes({ method: 'CONNECT', target, headers: page(live) })
      return sendBytes(live.port, bytes + smuggled(live))
    })
    const answers = (await Promise.all(tunnels)).flat()
    expect(answers.map(({ status }) => status)).toEqual([405, 405])
    for (const answer of answers) expectSafe(answer, { mode: 'live' })
    expect(live.upstream.requests).toEqual([])
  })

  test('no other protocol is switched to', async ({ testbeds }) => {
    const { live } = testbeds
    const switches = ['websocket', 'h2c', 'TLS/1.3'].map((protocol) => {
      const headers = [...page(live), `upgrade: ${protocol}`, 'connection: upgrade']
      return sendBytes(live.port, requestBytes({ headers }))
    })
    const answers = (await Promise.all(switches)).flat()
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
    for (const answer of answers) expectSafe(answer, { mode: 'live' })
  })

  test('an expectation that cannot be met is refused, 100-continue is met', async ({
    testbeds,
  }) => {
    const { live } = testbeds
    const expecting = (expectation: string) =>
      requestBytes({
        method: 'POST',
        target: aliasTarget,
        headers: [
          ...page(live),
          'content-type: application/json',
          `content-length: ${json.length}`,
          `expect: ${expectation}`,
        ],
        body: json,
      })
    const unmet = await sendBytes(live.port, expecting(marker))
    expect(unmet.map(({ status }) => status)).toEqual([417])
    for (const answer of unmet) expectSafe(answer, { mode: 'live' })
    expect(live.upstream.requests).toEqual([])
    const met = await sendBytes(live.port, expecting('100-continue'))
    expect(met.map(({ status }) => status)).toEqual([100, 201])
  })
})

test('whoever is slow is refused, and whoever waits beside them is served', async ({
  testbeds,
}) => {
  test.setTimeout(90_000)
  const { live } = testbeds
  const whole = post(live, [`content-length: ${json.length}`], json)
  const bodyless = whole.slice(0, -json.length)
  const drip: Piece[] = json.split('').flatMap((letter) => [letter, 1500])
  const slow: [what: string, pieces: Piece[]][] = [
    ['half a request line', ['GET / HT']],
    ['half of the headers', [whole.slice(0, 60)]],
    ['no body', [bodyless]],
    ['half a body', [whole.slice(0, -5)]],
    ['a body in drops', [bodyless, ...drip]],
    ['half a chunk', [post(live, ['transfer-encoding: chunked'], '12\r\n{')]],
  ]
  const waiting = slow.map(async ([what, pieces]) => {
    const answers = await sendBytes(live.port, ...pieces)
    expect(
      answers.map(({ status }) => status),
      what,
    ).toEqual([408])
    for (const answer of answers) expectSafe(answer, { mode: 'live' })
    return what
  })
  const [beside] = await sendBytes(live.port, smuggled(live))
  expect(beside?.status).toBe(200)
  expect(await Promise.all(waiting)).toHaveLength(slow.length)
  expect(live.upstream.requests.map(({ operation }) => operation)).toEqual(['listOrganizations'])
})

test('whoever was too slow and does not close either is let go', async ({ testbeds }) => {
  const { live } = testbeds
  const held = ['', 'GET / HT', 'GET / HTTP/1.1\r\nhost: a\r\n'].map(async (bytes) => {
    const socket = connect({ port: live.port, host: '127.0.0.1', allowHalfOpen: true })
    socket.write(bytes)
    const answers = await new Promise<string>((resolve) => {
      let text = ''
      socket.on('data', (chunk) => (text += String(chunk)))
      socket.on('end', () => resolve(text))
    })
    expect(answers).toMatch(/^HTTP\/1.1 408 /)
    // The other side is gone once writing breaks.
    const gone = once(socket, 'error')
    const writing = setInterval(() => socket.write('a'), 200)
    await gone
    clearInterval(writing)
    return bytes
  })
  expect(await Promise.all(held)).toHaveLength(3)
})

test('more headers than anybody sends hide nothing from the guards', async ({ testbeds }) => {
  const { live } = testbeds
  const padding = Array<string>(5000).fill('a:b')
  const own = [`host: ${live.host}`, authorization]
  const ask = async (...lines: string[]) => {
    const answers = await sendBytes(
      live.port,
      requestBytes({ target: '/api/organization', headers: [...own, ...padding, ...lines] }),
    )
    return answers.map(({ status }) => status)
  }
  expect(await ask('origin: http://evil.example', 'sec-fetch-site: cross-site')).toEqual([403])
  expect(await ask('host: evil.example')).toEqual([403])
  expect(await ask('transfer-encoding: gzip, chunked')).toEqual([501])
  expect(live.upstream.requests).toEqual([])
  expect(await ask()).toEqual([200])
})

test('two requests on one connection are answered in order', async ({ testbeds }) => {
  const { live } = testbeds
  const first = requestBytes({ target: '/api/nowhere', headers: page(live), last: false })
  const answers = await sendBytes(live.port, first + smuggled(live))
  expect(answers.map(({ status }) => status)).toEqual([404, 200])
  for (const answer of answers) expectSafe(answer, { mode: 'live' })
  expect(answers.map((answer) => values(answer, 'x-request-id').length)).toEqual([1, 1])
})
