import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { inspect } from 'node:util'
import fc from 'fast-check'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { createClient } from './client'
import { ApiError } from './errors'
import { projectOwner } from './owner'
import { callTimeout } from './send-call'

const id = '3c90c3cc-0d44-4b50-8888-8dd25736052a'
const params = { owner: projectOwner(id), secretId: id }
const alias = { id, created_at: '2023-11-07T05:31:56Z', key: 'A', scope: 'PROJECT' }
const tripwire = 'qov_tripwire_5f3a'

type Answer = (request: IncomingMessage, response: ServerResponse, body: string) => void

/** A client of a real server on this machine, which answers each request as told. */
const clientOf = async (answer: Answer) => {
  const server = createServer((request, response) => {
    let body = ''
    request.on('data', (bytes) => {
      body += String(bytes)
    })
    request.on('end', () => answer(request, response, body))
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  cleanUps.push(() => {
    server.closeAllConnections()
    server.close()
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return createClient({
    fetch: globalThis.fetch,
    base: `http://127.0.0.1:${address.port}/api`,
    headers: () => ({ authorization: `Token ${tripwire}` }),
  })
}
const cleanUps: (() => void)[] = []
afterEach(() => {
  for (const cleanUp of cleanUps.splice(0)) cleanUp()
  vi.useRealTimers()
})

const answering = (status: number, text?: string, headers: Record<string, string> = {}) =>
  createClient({
    fetch: () => Promise.resolve(new Response(text ?? null, { status, headers })),
    base: '/api',
    headers: () => ({ authorization: `Token ${tripwire}` }),
  })

const errorOf = async (call: Promise<unknown>): Promise<ApiError> => {
  const error: unknown = await call.then(
    (value) => `resolved with ${inspect(value)}`,
    (reason: unknown) => reason,
  )
  if (error instanceof ApiError) return error
  throw new Error(`not an ApiError: ${inspect(error)}`)
}

describe('a call is encoded as Qovery documents it', () => {
  test('a creation: method, path, headers, body, and nothing else of the caller’s', async () => {
    const seen: unknown[] = []
    const client = await clientOf((request, response, body) => {
      seen.push(request.method, request.url, JSON.parse(body), request.headers)
      response.writeHead(201).end(JSON.stringify(alias))
    })
    const body = { key: 'É=😀', description: null, enable_interpolation_in_file: true }
    expect(await client.createSecretAlias(params, body, { idempotencyKey: 'once' })).toMatchObject(
      alias,
    )
    expect(seen).toEqual([
      'POST',
      `/api/project/${id}/secret/${id}/alias`,
      body,
      expect.objectContaining({
        accept: 'application/json',
        'content-type': 'application/json',
        'idempotency-key': 'once',
        authorization: `Token ${tripwire}`,
      }),
    ])
  })

  test('a list: no body, no content type, no idempotency key', async () => {
    const seen: unknown[] = []
    const client = await clientOf((request, response, body) => {
      seen.push(request.method, request.url, body)
      seen.push(request.headers['content-type'], request.headers['idempotency-key'])
      response.end(JSON.stringify({ results: [alias] }))
    })
    expect(await client.listSecrets(projectOwner(id))).toMatchObject({
      results: [alias],
      unreadable: [],
    })
    expect(seen).toEqual(['GET', `/api/project/${id}/secret`, '', undefined, undefined])
  })

  test('an edit and a deletion', async () => {
    const seen: unknown[] = []
    const client = await clientOf((request, response, body) => {
      seen.push(`${request.method} ${request.url} ${body}`)
      response.writeHead(request.method === 'PUT' ? 200 : 204)
      response.end(request.method === 'PUT' ? JSON.stringify(alias) : undefined)
    })
    await client.editSecret(params, { key: 'B' })
    await client.deleteSecret(params)
    expect(seen).toEqual([
      `PUT /api/project/${id}/secret/${id} {"key":"B"}`,
      `DELETE /api/project/${id}/secret/${id} `,
    ])
  })

  test('the headers are asked for at each call', async () => {
    const seen: (string | undefined)[] = []
    const tokens = ['one', 'two']
    const client = createClient({
      fetch: (_, init) => {
        seen.push(new Headers(init?.headers).get('authorization') ?? undefined)
        return Promise.resolve(new Response('{}'))
      },
      base: '',
      headers: () => ({ authorization: tokens.shift() ?? '' }),
    })
    await client.listOrganizations()
    await client.listOrganizations()
    expect(seen).toEqual(['one', 'two'])
  })

  test('a redirect is never followed', async () => {
    const paths: (string | undefined)[] = []
    const client = await clientOf((request, response) => {
      paths.push(request.url)
      response.writeHead(307, { location: '/elsewhere' }).end()
    })
    const error = await errorOf(client.createSecretAlias(params, { key: 'A' }))
    expect(error.kind).toBe('decode')
    expect(paths).toEqual([`/api/project/${id}/secret/${id}/alias`])
  })
})

describe('lists that lack their results are empty', () => {
  test.each(['listOrganizations', 'listProjects', 'listSecrets'] as const)('%s', async (name) => {
    const client = answering(200, '{}')
    const calls = {
      listOrganizations: () => client.listOrganizations(),
      listProjects: () => client.listProjects(id),
      listSecrets: () => client.listSecrets(projectOwner(id)),
    }
    expect(await calls[name]()).toEqual({ results: [], unreadable: [] })
  })
})

describe('an answer that proves nothing is a decode error, which may have created something', () => {
  const whole = JSON.stringify(alias)
  test.each([
    [200, whole],
    [202, whole],
    [203, whole],
    [204, undefined],
    [302, undefined],
    [304, undefined],
    [201, ''],
    [201, whole.slice(0, -1)],
    [201, '<html></html>'],
    [201, 'null'],
    [201, '[]'],
    [201, JSON.stringify({ ...alias, id: 'x' })],
    [201, JSON.stringify({ ...alias, key: undefined })],
    [201, JSON.stringify({ ...alias, scope: undefined })],
    [201, JSON.stringify({ ...alias, aliased_secret: { key: 'A' } })],
    [201, JSON.stringify({ results: [alias] })],
  ])('%i %s', async (status, text) => {
    const client = answering(status, text, { 'x-request-id': 'r1' })
    const error = await errorOf(client.createSecretAlias(params, { key: 'A' }))
    expect(error).toMatchObject({ kind: 'decode', sent: true, status, requestId: 'r1' })
  })

  test.each([
    [200, whole],
    [404, whole],
    [201, '{}'],
  ])('%i for a deletion is no deletion', async (status, text) => {
    await expect(answering(status, text).deleteSecret(params)).rejects.toBeInstanceOf(ApiError)
  })

  test('any text with status 201 ends as the alias or as a decode error', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.string({ unit: 'binary' }), fc.json()), async (text) => {
        const error = await errorOf(answering(201, text).createSecretAlias(params, { key: 'A' }))
        expect(error.kind).toBe('decode')
      }),
    )
  })
})

describe('a refusal carries what the server says', () => {
  test('its words, its request id, when to come again, and who holds the key', async () => {
    const body = {
      status: 409,
      detail: 'Variable already exists: A',
      existing_variable: { id, key: 'A' },
    }
    const headers = { 'x-request-id': 'r1', 'retry-after': '7' }
    const client = answering(409, JSON.stringify(body), headers)
    expect(await errorOf(client.createSecretAlias(params, { key: 'A' }))).toMatchObject({
      kind: 'http',
      sent: true,
      status: 409,
      detail: 'Variable already exists: A',
      requestId: 'r1',
      retryAfter: '7',
      existing: { id, key: 'A' },
    })
  })

  test.each([400, 401, 403, 404, 408, 418, 429, 500, 502, 503, 504, 599])(
    '%i without a body is a refusal without words',
    async (status) => {
      const error = await errorOf(answering(status).listSecrets(projectOwner(id)))
      expect(error).toMatchObject({ kind: 'http', status, sent: true })
      expect(error.detail).toBeUndefined()
    },
  )

  test.each([
    ['no', false],
    ['yes', true],
    ['', true],
    ['No', true],
    [undefined, true],
  ])('x-console-sent: %s means sent: %s', async (value, sent) => {
    const headers = value === undefined ? {} : { 'x-console-sent': value }
    const error = await errorOf(answering(502, undefined, headers).listSecrets(projectOwner(id)))
    expect(error.sent).toBe(sent)
  })
})

describe('where no whole answer comes', () => {
  test('a connection that is refused or cut is a network error', async () => {
    const client = await clientOf((request) => request.socket.destroy())
    expect(await errorOf(client.listSecrets(projectOwner(id)))).toMatchObject({
      kind: 'network',
      sent: true,
    })
  })

  test('a body that is cut is a network error, not an empty answer', async () => {
    const client = await clientOf((_, response) => {
      response.writeHead(201, { 'content-length': 1000 }).write('{"id":')
      setImmediate(() => response.destroy())
    })
    const error = await errorOf(client.createSecretAlias(params, { key: 'A' }))
    expect(error).toMatchObject({ kind: 'network', sent: true })
  })

  test('an answer that does not begin is given up after 30 s, and not before', async () => {
    vi.useFakeTimers()
    const client = createClient({ fetch: (_, init) => hang(init?.signal), base: '' })
    const settled = vi.fn<() => void>()
    const call = errorOf(client.listOrganizations()).finally(settled)
    await vi.advanceTimersByTimeAsync(29_999)
    expect(settled).not.toHaveBeenCalled()
    await vi.advanceTimersByTimeAsync(1)
    expect(await call).toMatchObject({ kind: 'timeout', sent: true })
    expect(callTimeout).toBe(30_000)
  })

  test('a body that does not end is given up after 30 s from the start of the call', async () => {
    vi.useFakeTimers()
    const client = createClient({
      fetch: async (_, init) => {
        await new Promise((resolve) => {
          setTimeout(resolve, 20_000)
        })
        return new Response(endless(init?.signal), { status: 201 })
      },
      base: '',
    })
    const settled = vi.fn<() => void>()
    const call = errorOf(client.createSecretAlias(params, { key: 'A' })).finally(settled)
    await vi.advanceTimersByTimeAsync(29_999)
    expect(settled).not.toHaveBeenCalled()
    await vi.advanceTimersByTimeAsync(1)
    expect(await call).toMatchObject({ kind: 'timeout', sent: true })
  })

  test('an answer leaves no timer behind, whatever it is', async () => {
    vi.useFakeTimers()
    await answering(200, '{}').listOrganizations()
    await errorOf(answering(500).listOrganizations())
    expect(vi.getTimerCount()).toBe(0)
  })

  test('a caller that gives up is told so, and not that the network failed', async () => {
    const client = createClient({ fetch: (_, init) => hang(init?.signal), base: '' })
    const caller = new AbortController()
    const call = client.listOrganizations({ signal: caller.signal })
    caller.abort()
    await expect(call).rejects.toMatchObject({ name: 'AbortError' })
  })
})

describe('no error repeats a header', () => {
  const told = async (client: ReturnType<typeof createClient>) => {
    const error = await errorOf(client.createSecretAlias(params, { key: 'A' }))
    return (
      inspect(error, { depth: 9, showHidden: true }) + JSON.stringify(error) + String(error.stack)
    )
  }

  test('that the platform refuses, whose own message repeats it', async () => {
    const bad = { authorization: `Token ${tripwire}\nx` }
    expect(() => new Headers(bad)).toThrow(tripwire)
    const client = createClient({
      fetch: globalThis.fetch,
      base: 'http://127.0.0.1:9',
      headers: () => bad,
    })
    expect(await told(client)).not.toContain(tripwire)
  })

  test('not even where the caller has given up already', async () => {
    const client = createClient({
      fetch: globalThis.fetch,
      base: 'http://127.0.0.1:9',
      headers: () => ({ authorization: `Token ${tripwire}\nx` }),
    })
    const call = client.listOrganizations({ signal: AbortSignal.abort() })
    await expect(call).rejects.toMatchObject({ name: 'AbortError' })
  })

  test.each([
    ['a refusal', () => answering(401, '{"detail":"no"}')],
    ['an answer that proves nothing', () => answering(201, 'x')],
    [
      'a failure that names it',
      () =>
        createClient({
          fetch: () => Promise.reject(new TypeError(`Token ${tripwire}`, { cause: tripwire })),
          base: '',
        }),
    ],
  ])('%s', async (_, make) => {
    expect(await told(make())).not.toContain(tripwire)
  })
})

const hang = (signal: AbortSignal | null | undefined) =>
  new Promise<Response>((_, reject) => {
    signal?.addEventListener('abort', () => reject(signal.reason))
  })

const endless = (signal: AbortSignal | null | undefined) =>
  new ReadableStream({
    start: (controller) => {
      controller.enqueue(new TextEncoder().encode('{'))
      signal?.addEventListener('abort', () => controller.error(signal.reason))
    },
  })
