import { STATUS_CODES } from 'node:http'
import type { Socket } from 'node:net'
import type { Answer } from './fault'

type Headers = readonly (readonly [name: string, value: string])[]

interface RawAnswer {
  status: number
  headers?: Headers
  body?: string | Buffer
  /** What content-length claims; the body's own length where absent. */
  claimedLength?: number
}

/** The bytes of an answer's head. Nothing is checked: a name twice, or control characters, go out as they are. */
export const head = (status: number, headers: Headers) =>
  Buffer.from(
    [
      `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? 'Unknown'}`,
      ...headers.map(([name, value]) => `${name}: ${value}`),
      '',
      '',
    ].join('\r\n'),
  )

/** Sends an answer byte for byte and closes the connection. */
export const sendRaw = (
  socket: Socket,
  { status, headers = [], body = '', claimedLength }: RawAnswer,
) => {
  const bytes = Buffer.from(body)
  const length: Headers =
    status === 204 ? [] : [['content-length', String(claimedLength ?? bytes.length)]]
  socket.end(Buffer.concat([head(status, [...headers, ...length, ['connection', 'close']]), bytes]))
}

/** An answer that is the same whatever was asked. */
export const raw =
  (answer: RawAnswer): Answer =>
  ({ socket }) =>
    sendRaw(socket, answer)

export const json = ['content-type', 'application/json'] as const
export const html = ['content-type', 'text/html; charset=utf-8'] as const

/** The default answer, with its status or body changed. */
export const altered =
  (change: (body: Record<string, unknown>) => unknown, status?: number): Answer =>
  ({ socket, defaultReply }) => {
    const body = typeof defaultReply.body === 'object' ? { ...defaultReply.body } : {}
    sendRaw(socket, {
      status: status ?? defaultReply.status,
      headers: [json],
      body: JSON.stringify(change(body)),
    })
  }
