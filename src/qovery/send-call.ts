import * as z from 'zod/mini'
import { readErrorBody } from './error-body'
import { ApiError } from './errors'
import { parseJson } from './json'
import { wireHeaders } from '../wire'

/** Milliseconds until a call is given up, its body included. */
export const callTimeout = 30_000

export interface ClientOptions {
  fetch: typeof globalThis.fetch
  /** What stands before Qovery's paths, without a slash at its end. */
  base: string
  /** Headers of each call, asked for when it is made: a token can come and go. */
  headers?: () => Record<string, string>
  /** Sees the head of every answer before its body is read. */
  onAnswer?: (response: Response) => void
}

export interface CallOptions {
  signal?: AbortSignal | undefined
  /** Made once per submission: the server answers a repeated one with the first answer. */
  idempotencyKey?: string | undefined
}

/** One call: its method and path, the one status that means success, and what its answer is then. */
interface Sending<Schema extends z.core.$ZodType> extends CallOptions {
  method: string
  path: string
  expect: number
  schema: Schema
  body?: unknown
}

/** Makes the function that sends calls and decodes their answers, or rejects with an {@link ApiError}. */
export const createSend =
  ({ fetch, base, headers = () => ({}), onAnswer }: ClientOptions) =>
  async <Schema extends z.core.$ZodType>(options: Sending<Schema>): Promise<z.infer<Schema>> => {
    const { method, path, expect, schema, body, idempotencyKey } = options
    const response = await exchange(options.signal, async (signal) => {
      const answer = await fetch(base + path, {
        method,
        headers: {
          accept: 'application/json',
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...(idempotencyKey === undefined ? {} : { [wireHeaders.idempotencyKey]: idempotencyKey }),
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
        sent: response.headers.get(wireHeaders.sent) !== 'no',
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
