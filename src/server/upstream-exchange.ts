import { request, type IncomingHttpHeaders, type IncomingMessage } from 'node:http'
import type { Socket } from 'node:net'

interface UpstreamRequest {
  method: string
  path: string
  headers: Record<string, string>
  body: string | undefined
}

export interface UpstreamAnswer {
  status: number
  headers: IncomingHttpHeaders
  content: Buffer
}

interface Bounds {
  signal: AbortSignal
  /** Most bytes of the answer's body. */
  bytes: number
}

/**
 * Sends one request over an open connection and waits for its whole answer. Never follows a redirect, never tries again.
 * @throws where the answer breaks off, is no HTTP, is too long, or is not whole before the signal aborts.
 */
export const exchange = async (
  socket: Socket,
  { method, path, headers, body }: UpstreamRequest,
  { signal, bytes }: Bounds,
): Promise<UpstreamAnswer> => {
  try {
    const response = await new Promise<IncomingMessage>((resolve, reject) => {
      const outgoing = request(
        { createConnection: () => socket, method, path, headers, setHost: false, signal },
        resolve,
      )
      outgoing.on('error', reject)
      outgoing.end(body)
    })
    return {
      status: response.statusCode ?? 0,
      headers: response.headers,
      content: await collect(response, bytes),
    }
  } finally {
    socket.destroy()
  }
}

const collect = async (response: IncomingMessage, most: number) => {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of response) {
    if (!Buffer.isBuffer(chunk)) throw new TypeError('The answer is read as bytes.')
    length += chunk.length
    if (length > most) throw new RangeError('The answer is too long.')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
