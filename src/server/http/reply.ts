import { STATUS_CODES, type ServerResponse } from 'node:http'
import type { Answer, Json } from './backend'
import { notStored } from './headers'

/** A whole answer to any request. */
export interface Reply {
  status: number
  /** Names in lower case. What says nothing of caches is not stored. */
  headers: Readonly<Record<string, string>>
  /** Null where there is no body. */
  content: string | Uint8Array | null
}

/** An answer of the API, as JSON and under its request id. */
export const jsonReply = ({ status, body, headers }: Answer<Json>, requestId: string): Reply => ({
  status,
  headers: {
    ...(body === null ? {} : { 'content-type': 'application/json' }),
    ...headers,
    'x-request-id': requestId,
  },
  content: body,
})

export const textReply = (
  status: number,
  text: string,
  headers: Readonly<Record<string, string>> = {},
): Reply => ({
  status,
  headers: { 'content-type': 'text/plain; charset=utf-8', ...headers },
  content: text,
})

/** Names and values of headers, one after the other, as node takes them with the least work. */
export type HeaderList = readonly string[]

/** A reply's headers and then the policy's, which no reply says anything of. */
const wholeHeaders = ({ headers, content }: Reply, policy: HeaderList): string[] => {
  const list: string[] = []
  for (const name in headers) list.push(name, headers[name] ?? '')
  if (headers['cache-control'] === undefined) list.push('cache-control', notStored)
  if (content !== null) list.push('content-length', String(Buffer.byteLength(content)))
  return list.concat(policy)
}

/** A reply as it goes over the wire, where node made no response object. */
export const replyBytes = (reply: Reply, policy: HeaderList): string => {
  const lines = wholeHeaders(reply, policy).map((part, index) =>
    index % 2 === 0 ? `${part}: ` : `${part}\r\n`,
  )
  const top = `HTTP/1.1 ${reply.status} ${STATUS_CODES[reply.status]}\r\n`
  return `${top}${lines.join('')}\r\n${Buffer.from(reply.content ?? '').toString()}`
}

/** Answers a request, unless it has been refused meanwhile. */
export const send = (outgoing: ServerResponse, reply: Reply, policy: HeaderList): void => {
  if (outgoing.headersSent) return
  const { content } = reply
  if (content instanceof Uint8Array && content.length > notable) contents.set(outgoing, content)
  outgoing.writeHead(reply.status, wholeHeaders(reply, policy)).end(content)
}

/** Bytes from which on it matters who shares them. */
const notable = 1024 ** 2
const contents = new WeakMap<ServerResponse, Uint8Array>()

/** The bytes that an answer was given, where they are many: others may have been given the same ones. */
export const contentOf = (outgoing: ServerResponse): Uint8Array | undefined =>
  contents.get(outgoing)
