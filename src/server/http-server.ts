import { createServer, type Server, type ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import { bodyLimits } from './request-body'
import { rawRefusal, rawRefusalBytes } from './raw-refusal'
import type { RefusalStatus } from './refusal'
import { send, type HeaderList } from './reply'

/** A node server whose own answers, to what is no proper request, carry the same headers as all others. */
export const createHttpServer = (policy: HeaderList): Server => {
  const server = createServer({
    // A missing Host is refused by our own guard, with our headers.
    requireHostHeader: false,
    headersTimeout: bodyLimits.milliseconds,
    // The guard of the body answers first; this ends what nobody reads.
    requestTimeout: 2 * bodyLimits.milliseconds,
    connectionsCheckingInterval: 1000,
    // Browsers send a POST again when a kept connection dies under it: idle ones are not closed in a hurry.
    keepAliveTimeout: 65_000,
  })

  const current = new WeakMap<Duplex, ServerResponse>()
  server.on('request', (incoming, outgoing) => current.set(incoming.socket, outgoing))
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    const response = current.get(socket)
    const answering = response !== undefined && !response.writableFinished
    // Once a whole request is with the backend, a refusal of what follows would pass for its answer.
    const misleading = answering && (response.req.complete || response.headersSent)
    if (!socket.writable || misleading) socket.destroy()
    else socket.end(rawRefusalBytes(policy, statusOf(error)))
  })
  server.on('checkExpectation', (_, outgoing) => send(outgoing, rawRefusal(417), policy))
  server.on('connect', (_, socket) => {
    socket.end(rawRefusalBytes(policy, 405, { allow: 'GET, HEAD' }))
  })
  return server
}

const statusOf = ({ code }: NodeJS.ErrnoException): RefusalStatus => {
  if (code === 'HPE_HEADER_OVERFLOW') return 431
  return code === 'ERR_HTTP_REQUEST_TIMEOUT' ? 408 : 400
}
