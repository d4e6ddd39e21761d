import { randomUUID } from 'node:crypto'
import type { ServerResponse } from 'node:http'
import { notStored } from './headers'
import { reasonPhrase, refusal, type RefusalStatus } from './refusal'

/** Makes the refusals that are given before a request is parsed whole: in shape and headers like all others. */
export const createRawRefusals = (security: Readonly<Record<string, string>>) => {
  const compose = (status: RefusalStatus, more: Record<string, string> = {}) => {
    const { body, headers } = refusal(status, { headers: more })
    const content = body ?? ''
    return {
      content,
      headers: {
        ...security,
        ...headers,
        'cache-control': notStored,
        'content-type': 'application/json',
        'content-length': String(Buffer.byteLength(content)),
        'x-request-id': randomUUID(),
        // What follows on this connection cannot be trusted to be where a request starts.
        connection: 'close',
      },
    }
  }

  return {
    /** Ends a response with a refusal; returns the request id that it carries. */
    end: (outgoing: ServerResponse, status: RefusalStatus): string => {
      const { content, headers } = compose(status)
      outgoing.writeHead(status, headers).end(content)
      return headers['x-request-id']
    },
    /** A refusal as it goes over the wire, where node made no response object. */
    wire: (status: RefusalStatus, more?: Record<string, string>): string => {
      const { content, headers } = compose(status, more)
      const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`)
      return `HTTP/1.1 ${status} ${reasonPhrase(status)}\r\n${lines.join('')}\r\n${content}`
    },
  }
}
