import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type ServerResponse,
} from 'node:http'
import { createServer as createTcpServer, type Server, type Socket } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { noParams } from '../../qovery/all-routes'
import type { Backend, Call, Json } from '../http/backend'
import { createForwarder } from './forward'
import { portOf } from '../start/port-of'

const longest = 1000
const limits = { connect: 500, total: 20_000, bytes: () => longest }
const token = 'qov_0123456789abcdef'
const id = '3c90c3cc-0d44-4b50-8888-8dd25736052a'
const call: Call = {
  operation: 'createProjectSecretAlias',
  params: { ...noParams, projectId: id, secretId: id },
  body: '{"key":"Ä"}',
  authorization: `Token ${token}`,
  idempotencyKey: undefined,
}

const servers = new Set<Server>()
afterEach(() => {
  for (const server of servers) server.close()
  servers.clear()
})

const listen = (server: Server) =>
  new Promise<string>((resolve) => {
    servers.add(server)
    server.listen(0, '127.0.0.1', () => {
      resolve(`http://127.0.0.1:${portOf(server)}`)
    })
  })

/** An upstream that answers as told and notes what reached it. */
const upstreamOf = async (answer: RequestListener) => {
  const requests: { line: string; headers: Record<string, string>; body: string }[] = []
  const server = createServer(async (request, response) => {
    const body = await text(request)
    const pairs = request.rawHeaders.flatMap((name, index, all) =>
      index % 2 === 0 ? [[name.toLowerCase(), all[index + 1] ?? '']] : [],
    )
    const headers: Record<string, string> = Object.fromEntries(pairs)
    requests.push({ line: `${request.method} ${request.url}`, headers, body })
    answer(request, response)
  })
  return { requests, url: await listen(server) }
}

const text = async (request: IncomingMessage) => {
  let all = ''
  for await (const chunk of request) all += String(chunk)
  return all
}

const forwardTo = (url: string, authorization?: string, { total }: { total: number } = limits) =>
  inText(createForwarder({ url, authorization }, () => undefined, { ...limits, total }))

/** Answers with their bodies as text. */
const inText = (forward: Backend<Json>) => async (asked: Call) => {
  const { body, ...answer } = await forward(asked)
  return { ...answer, body: body === null ? null : Buffer.from(body).toString() }
}

test.each([
  'getOrganization',
  'createEnvironmentSecret',
  'createJobSecretOverride',
  'createVariable',
  'createVariableOverride',
] as const)('what the console never calls is not forwarded: %s', async (operation) => {
  const upstream = await upstreamOf((_, response) => response.end('{}'))
  const answer = await forwardTo(upstream.url)({
    ...call,
    operation,
    params: { ...noParams, organizationId: id, ownerId: id, secretId: id },
  })
  expect(answer).toMatchObject({ status: 404, headers: { 'x-console-sent': 'no' } })
  expect(upstream.requests).toEqual([])
})

test('an upstream sees the route, the ids, the token and the body, and nothing else', async () => {
  const { requests, url } = await upstreamOf((_, response) => response.writeHead(201).end('{}'))
  expect(await forwardTo(url)(call)).toEqual({ status: 201, body: '{}', headers: {} })
  expect(requests).toEqual([
    {
      line: `POST /project/${id}/secret/${id}/alias`,
      headers: {
        host: new URL(url).host,
        authorization: `Token ${token}`,
        accept: 'application/json',
        'accept-encoding': 'identity',
        'user-agent': 'alias-console',
        connection: 'keep-alive',
        'content-type': 'application/json',
        'content-length': '12',
      },
      body: '{"key":"Ä"}',
    },
  ])
})

test('a path of the API’s address stands before the route', async () => {
  const { requests, url } = await upstreamOf((_, response) => response.end('{}'))
  await forwardTo(`${url}/v1`)({ ...call, operation: 'listOrganizations', body: undefined })
  expect(requests.map(({ line }) => line)).toEqual(['GET /v1/organization'])
})

test('the server’s token is sent where the page brings none', async () => {
  const { requests, url } = await upstreamOf((_, response) => response.end('{}'))
  const forward = forwardTo(url, 'Token qov_of-the-server')
  await forward({ ...call, authorization: undefined })
  await forward(call)
  expect(requests.map(({ headers }) => headers['authorization'])).toEqual([
    'Token qov_of-the-server',
    `Token ${token}`,
  ])
})

test.each([undefined, '', 'Token', 'Basic dXNlcjpwYXNz', `Token ${token} ${token}`, 'Token qov_ä'])(
  'a call with the credentials %j goes nowhere',
  async (authorization) => {
    const { requests, url } = await upstreamOf((_, response) => response.end('{}'))
    expect(await forwardTo(url)({ ...call, authorization })).toMatchObject({
      status: 401,
      headers: { 'x-console-sent': 'no' },
    })
    expect(requests).toEqual([])
  },
)

const unknownOutcomes: [what: string, status: number, answer: RequestListener][] = [
  ['a reset', 502, (request) => request.socket.resetAndDestroy()],
  ['a close', 502, (request) => request.socket.end()],
  ['what is no HTTP', 502, (request) => request.socket.end('SSH-2.0\r\n\r\n')],
  [
    'half a body',
    502,
    (request, response) => {
      response.writeHead(201, { 'content-length': '10' }).write('{}')
      setTimeout(() => request.socket.destroy(), 10)
    },
  ],
  ['a body that is too long', 502, (_, response) => response.end(`"${'x'.repeat(longest)}"`)],
  ['a redirect', 502, (_, response) => response.writeHead(307, { location: '/again' }).end()],
  [
    'a compressed body',
    502,
    (_, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end('\x1f\x8b{}'),
  ],
  ['silence', 504, () => undefined],
  ['half a body and then silence', 504, (_, response) => response.writeHead(201).write('{')],
]

test.each(unknownOutcomes)(
  '%s is %i, once, and not "nothing was sent"',
  async (_, status, answer) => {
    const { requests, url } = await upstreamOf(answer)
    const total = status === 504 ? 150 : limits.total
    const { headers, ...rest } = await forwardTo(url, undefined, { total })(call)
    expect(rest.status).toBe(status)
    expect(headers?.['x-console-sent']).toBeUndefined()
    expect(requests).toHaveLength(1)
  },
)

/** An upstream whose answers say by which connection they came. */
const connectionsOf = async (answer: (response: ServerResponse) => void) => {
  const used: (number | undefined)[] = []
  const { requests, url } = await upstreamOf((request, response) => {
    used.push(request.socket.remotePort)
    answer(response)
  })
  return { requests, url, used }
}

test('calls in a row share a connection', async () => {
  const { url, used } = await connectionsOf((response) =>
    response.writeHead(201, { 'content-length': 2 }).end('{}'),
  )
  const forward = forwardTo(url)
  for (let count = 0; count < 3; count += 1) expect((await forward(call)).status).toBe(201)
  expect(new Set(used).size).toBe(1)
})

test.each([
  ['says that it closes', (response: ServerResponse) => response.setHeader('connection', 'close')],
  [
    'says what nobody asked for',
    (response: ServerResponse) => response.setHeader('connection', 'x'),
  ],
])('an upstream that %s gets the next call on another connection', async (_, set) => {
  const { url, used } = await connectionsOf((response) => {
    set(response)
    response.writeHead(201, { 'content-length': 2 }).end('{}')
  })
  const forward = forwardTo(url)
  for (let count = 0; count < 3; count += 1) expect((await forward(call)).status).toBe(201)
  expect(new Set(used).size).toBe(3)
})

const get: Call = { ...call, operation: 'listOrganizations', body: undefined }
const deaths: [how: string, die: (response: ServerResponse) => unknown][] = [
  ['a reset', ({ socket }) => socket?.resetAndDestroy()],
  ['a close', ({ socket }) => socket?.end()],
]

/** An upstream whose connections die when they are asked for the second time; or each time, from some request on. */
const dyingOf = (die: (response: ServerResponse) => unknown, from = Infinity) => {
  const asked = new Map<Socket | null, number>()
  let count = 0
  return connectionsOf((response) => {
    const { socket } = response
    const before = asked.get(socket) ?? 0
    asked.set(socket, before + 1)
    count += 1
    if (before === 0 && count < from) response.writeHead(200, { 'content-length': 2 }).end('{}')
    else die(response)
  })
}

test.each(deaths)(
  'a POST on a kept connection that dies by %s is unknown, and is not sent again',
  async (_, die) => {
    const { url, requests, used } = await dyingOf(die)
    const forward = forwardTo(url)
    expect((await forward(get)).status).toBe(200)
    const { status, headers } = await forward(call)
    expect([status, headers?.['x-console-sent']]).toEqual([502, undefined])
    expect(requests.map(({ line }) => line.split(' ')[0])).toEqual(['GET', 'POST'])
    expect(new Set(used).size).toBe(1)
  },
)

test.each(deaths)(
  'a GET on a kept connection that dies by %s is asked once more, on a new one',
  async (_, die) => {
    const { url, used } = await dyingOf(die)
    const forward = forwardTo(url)
    for (let count = 0; count < 4; count += 1) expect((await forward(get)).status).toBe(200)
    expect(used).toEqual([used[0], used[0], used[2], used[2], used[4], used[4], used[6]])
  },
)

test.each(deaths)('a GET that dies by %s twice is given up', async (_, die) => {
  const { url, requests } = await dyingOf(die, 2)
  const forward = forwardTo(url)
  await forward(get)
  const { status, headers } = await forward(get)
  expect([status, headers?.['x-console-sent'], requests.length]).toEqual([502, undefined, 3])
})

test.each(deaths)('a GET on a new connection that dies by %s is asked once', async (_, die) => {
  const { url, requests } = await dyingOf(die, 1)
  expect((await forwardTo(url)(get)).status).toBe(502)
  expect(requests).toHaveLength(1)
})

test('a GET that was answered by half is asked once', async () => {
  const { url, requests } = await dyingOf(({ socket }) => socket?.end('HTTP/1.1 200 OK\r\n'))
  const forward = forwardTo(url)
  await forward(get)
  expect((await forward(get)).status).toBe(502)
  expect(requests).toHaveLength(2)
})

test('what an upstream says after an answer is no answer to the next call', async () => {
  let onSaid = () => {}
  const said = new Promise<void>((resolve) => {
    onSaid = resolve
  })
  const { url, used } = await connectionsOf((response) => {
    const { socket } = response
    response.writeHead(201, { 'content-length': 2 }).end('{}')
    const more = 'HTTP/1.1 409 Conflict\r\ncontent-length: 2\r\n\r\n{}'
    setTimeout(() => socket?.write(more, () => onSaid()), 10)
  })
  const forward = forwardTo(url)
  expect((await forward(call)).status).toBe(201)
  // On a busy machine it may say so later than a timer is over.
  await said
  await new Promise((resolve) => setTimeout(resolve, 50))
  expect((await forward(call)).status).toBe(201)
  expect(new Set(used).size).toBe(2)
})

test('the longest body passes', async () => {
  const body = `"${'x'.repeat(longest - 2)}"`
  const { url } = await upstreamOf((_, response) => response.end(body))
  expect((await forwardTo(url)(call)).body).toBe(body)
})

test.each([
  [
    'nobody listens',
    async () => {
      const server = createTcpServer()
      const url = await listen(server)
      await new Promise((resolve) => server.close(resolve))
      return url
    },
  ],
  ['the name is unknown', async () => 'http://nowhere.invalid'],
  [
    'TLS is answered in plain text',
    async () => {
      const url = await listen(createTcpServer((socket) => socket.end('HTTP/1.1 200 OK\r\n\r\n')))
      return url.replace('http:', 'https:')
    },
  ],
  [
    'TLS is never answered',
    async () => {
      const url = await listen(createTcpServer((socket) => socket.on('error', () => undefined)))
      return url.replace('http:', 'https:')
    },
  ],
])('where %s, it is certain that nothing was sent', async (_, start) => {
  expect(await forwardTo(await start())(call)).toMatchObject({
    status: 502,
    headers: { 'x-console-sent': 'no' },
  })
})

// Chromium sends again what is answered by 408, whatever its method.
test.each([
  ['createProjectSecretAlias', 504],
  ['editProjectSecret', 504],
  ['deleteProjectSecret', 504],
  ['listProjectSecrets', 408],
] as const)('a 408 to %s becomes %i', async (operation, status) => {
  const { url } = await upstreamOf((_, response) => response.writeHead(408).end('{"status":408}'))
  const answer = await forwardTo(url)({ ...call, operation })
  expect(answer.status).toBe(status)
  expect(answer.headers).not.toHaveProperty('x-console-sent')
})

// Browsers send again what is answered by 421, whatever its method, and show a 407 to no page.
test.each(
  [407, 421].flatMap((status) =>
    (['createProjectSecretAlias', 'editProjectSecret', 'listProjectSecrets'] as const).map(
      (operation) => [status, operation] as const,
    ),
  ),
)('a %i to %s is told as what was handed on to nobody', async (status, operation) => {
  const { url, requests } = await upstreamOf((_, response) => response.writeHead(status).end('{}'))
  const answer = await forwardTo(url)({ ...call, operation })
  expect(answer).toMatchObject({ status: 502, headers: { 'x-console-sent': 'no' } })
  expect(answer.body).toContain(`(${status}), and handed nothing on.`)
  expect(requests).toHaveLength(1)
})

test.each<[code: string, answer: RequestListener]>([
  ['STATUS_301', (_, response) => response.writeHead(301, { location: '/again' }).end()],
  ['STATUS_407', (_, response) => response.writeHead(407).end()],
  ['NOT_JSON', (_, response) => response.end('<h1>Sign in</h1>')],
  ['PACKED', (_, response) => response.setHeader('content-encoding', 'compress').end('x')],
  ['TOO_LONG', (_, response) => response.end(`"${'x'.repeat(longest)}"`)],
  ['UND_ERR_SOCKET', (request) => request.socket.end()],
])('why an answer was of no use is in the log as %s, once', async (code, answer) => {
  const lines: string[] = []
  let answers = answer
  const { url } = await upstreamOf((request, response) => answers(request, response))
  const forward = createForwarder({ url, authorization: undefined }, (line) => lines.push(line), {
    ...limits,
  })
  for (let count = 0; count < 2; count += 1) await forward(call)
  answers = (_, response) => response.end('{}')
  for (let count = 0; count < 2; count += 1) expect((await forward(call)).status).toBe(200)
  expect(lines).toEqual([`Qovery gave no usable answer: ${code}`, 'Qovery answers again'])
})
