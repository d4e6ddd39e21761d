import type { IncomingMessage } from 'node:http'
import type { AnyRouteName } from '../../../src/qovery/all-routes'

/** One request as it arrived. */
export interface Recorded {
  method: string
  /** The request target, byte for byte. */
  target: string
  /** Undefined where no such call exists: the console must never send one. */
  operation: AnyRouteName | undefined
  /** Names in lower case with their values, repeated ones repeated. */
  headers: [name: string, value: string][]
  body: string
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  at: number
}

export const recordRequest = (
  request: IncomingMessage,
  operation: AnyRouteName | undefined,
  body: string,
): Recorded => {
  const headers: Recorded['headers'] = []
  for (let index = 0; index < request.rawHeaders.length; index += 2) {
    headers.push([
      (request.rawHeaders[index] ?? '').toLowerCase(),
      request.rawHeaders[index + 1] ?? '',
    ])
  }
  return {
    method: request.method ?? '',
    target: request.url ?? '',
    operation,
    headers,
    body,
    at: Date.now(),
  }
}
