import * as z from 'zod/mini'
import { readErrorBody } from './error-body'
import { ApiError } from './errors'
import type { Owner } from './owner'
import { parseJson } from './json'
import { routePath, routes, type Operation, type RouteParams } from './routes'
import {
  organization,
  organizationList,
  project,
  projectList,
  secret,
  secretList,
  type CreateAliasRequest,
  type EditSecretRequest,
} from './schema'

/** Milliseconds until a call is given up, its body included. */
export const callTimeout = 30_000

interface ClientOptions {
  fetch: typeof globalThis.fetch
  /** What stands before Qovery's paths, without a slash at its end. */
  base: string
  /** Headers of each call, asked for when it is made: a token can come and go. */
  headers?: () => Record<string, string>
  /** Sees the head of every answer before its body is read. */
  onAnswer?: (response: Response) => void
}

interface CallOptions {
  signal?: AbortSignal | undefined
  /** Made once per submission: the server answers a repeated one with the first answer. */
  idempotencyKey?: string | undefined
}

interface Call<Name extends Operation, Schema extends z.core.$ZodType> extends CallOptions {
  operation: Name
  params: RouteParams<Name>
  expect: number
  schema: Schema
  body?: unknown
}

interface SecretAddress {
  owner: Owner
  secretId: string
}

/** The calls about secrets, by the kind of what owns them. */
const secretCalls = {
  project: {
    list: 'listProjectSecrets',
    createAlias: 'createProjectSecretAlias',
    edit: 'editProjectSecret',
    delete: 'deleteProjectSecret',
  },
} as const

export type Client = ReturnType<typeof createClient>

/** Qovery's API as functions. Each resolves with a decoded answer or rejects with an {@link ApiError}. */
export const createClient = ({ fetch, base, headers = () => ({}), onAnswer }: ClientOptions) => {
  const call = async <Name extends Operation, Schema extends z.core.$ZodType>(
    options: Call<Name, Schema>,
  ): Promise<z.infer<Schema>> => {
    const { operation, params, expect, schema, body, idempotencyKey } = options
    const response = await exchange(options.signal, async (signal) => {
      const answer = await fetch(base + routePath(operation, params), {
        method: routes[operation].method,
        headers: {
          accept: 'application/json',
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...(idempotencyKey === undefined ? {} : { 'idempotency-key': idempotencyKey }),
          ...headers(),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        cache: 'no-store',
        redirect: 'manual',
        signal,
      })
      onAnswer?.(answer)
      return answer
    })
    if (response.status >= 400) throw refusal(response)
    const decoded = z.safeParse(schema, parseJson(response.text))
    // Another 2xx than the documented one is no proof of anything: 202 has not created, 204 shows nothing.
    if (response.status !== expect || !decoded.success) {
      throw new ApiError({ kind: 'decode', ...response.about })
    }
    return decoded.data
  }

  return {
    listOrganizations: (options: CallOptions = {}) =>
      call({
        ...options,
        operation: 'listOrganizations',
        params: {},
        expect: 200,
        schema: organizationList,
      }),
    getOrganization: (organizationId: string, options: CallOptions = {}) =>
      call({
        ...options,
        operation: 'getOrganization',
        params: { organizationId },
        expect: 200,
        schema: organization,
      }),
    listProjects: (organizationId: string, options: CallOptions = {}) =>
      call({
        ...options,
        operation: 'listProjects',
        params: { organizationId },
        expect: 200,
        schema: projectList,
      }),
    getProject: (projectId: string, options: CallOptions = {}) =>
      call({
        ...options,
        operation: 'getProject',
        params: { projectId },
        expect: 200,
        schema: project,
      }),
    listSecrets: (owner: Owner, options: CallOptions = {}) =>
      call({
        ...options,
        operation: secretCalls[owner.kind].list,
        params: { projectId: owner.id },
        expect: 200,
        schema: secretList,
      }),
    createSecretAlias: (
      { owner, secretId }: SecretAddress,
      body: CreateAliasRequest,
      options: CallOptions = {},
    ) =>
      call({
        ...options,
        operation: secretCalls[owner.kind].createAlias,
        params: { projectId: owner.id, secretId },
        expect: 201,
        schema: secret,
        body,
      }),
    editSecret: (
      { owner, secretId }: SecretAddress,
      body: EditSecretRequest,
      options: CallOptions = {},
    ) =>
      call({
        ...options,
        operation: secretCalls[owner.kind].edit,
        params: { projectId: owner.id, secretId },
        expect: 200,
        schema: secret,
        body,
      }),
    deleteSecret: async (
      { owner, secretId }: SecretAddress,
      options: CallOptions = {},
    ): Promise<void> => {
      await call({
        ...options,
        operation: secretCalls[owner.kind].delete,
        params: { projectId: owner.id, secretId },
        expect: 204,
        schema: z.unknown(),
      })
    },
  }
}

interface WholeAnswer {
  status: number
  text: string
  about: {
    sent: boolean
    status: number
    requestId: string | undefined
    retryAfter: string | undefined
  }
}

/** Waits for a whole answer, body included; what goes wrong on the way is a network or timeout error. */
const exchange = async (
  outer: AbortSignal | undefined,
  start: (signal: AbortSignal) => Promise<Response>,
): Promise<WholeAnswer> => {
  const timer = new AbortController()
  const timeout = setTimeout(() => timer.abort(), callTimeout)
  const signal = outer === undefined ? timer.signal : AbortSignal.any([outer, timer.signal])
  try {
    const response = await start(signal)
    const text = await response.text()
    return {
      status: response.status,
      text,
      about: {
        // The console's own server says so where it is certain that nothing went upstream.
        sent: response.headers.get('x-console-sent') !== 'no',
        status: response.status,
        requestId: response.headers.get('x-request-id') ?? undefined,
        retryAfter: response.headers.get('retry-after') ?? undefined,
      },
    }
  } catch {
    outer?.throwIfAborted()
    // The cause is dropped on purpose: a failing fetch can repeat a header, and so the token, in its message.
    throw new ApiError({ kind: timer.signal.aborted ? 'timeout' : 'network', sent: true })
  } finally {
    clearTimeout(timeout)
  }
}

const refusal = ({ text, about }: WholeAnswer) =>
  new ApiError({ kind: 'http', ...about, ...readErrorBody(text) })
