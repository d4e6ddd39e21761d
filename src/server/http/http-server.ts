import { createServer, type RequestListener } from 'node:http'
import { Server } from 'node:net'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { createClientConnections, type ConnectionLimits } from './client-connections'
import type { Log } from './log'
import { rawRefusal } from './raw-refusal'
import { send, type HeaderList, type Reply } from './reply'
import { bodyLimits } from './request-body'
import { tooManyCookies } from './too-many-cookies'

/**
 * Bytes of all headers of a request. Browsers send the cookies of every program that was ever open under the same name, on
 * whatever port: they take most of it.
 */
const longestHead = 64 * 1024

/** Milliseconds for which connections that the system has made are taken at an end, where ever more of them come. */
const lastTaken = 200

/**
 * A node server that nothing a client sends can end, and whose own answers, to what is no proper request, carry the same
 * headers as all others.
 */
export const createHttpServer = (policy: HeaderList, log: Log, limits?: ConnectionLimits) => {
  const server = createServer({
    // A missing Host is refused by our own guard, with our headers.
    requireHostHeader: false,
    maxHeaderSize: longestHead,
    headersTimeout: bodyLimits.milliseconds,
    // The guard of the body answers first; this ends what nobody reads.
    requestTimeout: 2 * bodyLimits.milliseconds,
    connectionsCheckingInterval: 1000,
    // Browsers send a POST again when a kept connection dies under it: idle ones are not closed in a hurry.
    keepAliveTimeout: 65_000,
  })
  // Whatever is beyond a limit here, no guard would see; the size of all headers has its own.
  server.maxHeadersCount = 0
  // Who ends its own side behind a request waits for the answer. Node has it as Squid's half_closed_clients, and would
  // carry the request out and close. Source: RFC 9112, section 9.6.
  Object.assign(server, { httpAllowHalfOpen: true })

  const connections = createClientConnections(policy, log, limits)
  server.on('connection', connections.follow)
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    connections.refuse(socket, refusalOf(error))
  })
  const refuseExpectation: RequestListener = (incoming, outgoing) =>
    connections.take(incoming, outgoing, () => send(outgoing, rawRefusal(417), policy))
  server.on('checkExpectation', refuseExpectation)
  // Node looks for this one anywhere in the header.
  server.on('checkContinue', (incoming, outgoing) => {
    if (!/^100-continue$/i.test(incoming.headers.expect ?? '')) {
      refuseExpectation(incoming, outgoing)
      return
    }
    outgoing.writeContinue()
    server.emit('request', incoming, outgoing)
  })
  server.on('connect', (_, socket) => {
    connections.refuse(socket, rawRefusal(405, { allow: 'GET, HEAD' }))
  })

  /** Takes no new connections any more, but those that the system has made by now: it would reset them. */
  const stopListening = async () => {
    let taken = 0
    const count = () => {
      taken += 1
    }
    server.on('connection', count)
    // Node takes one of them in each turn of the loop, and none in what is left of this one.
    await nextTurn()
    const until = performance.now() + lastTaken
    let before = -1
    while (before < taken && performance.now() < until) {
      before = taken
      await nextTurn()
    }
    server.off('connection', count)
    // Not the server's own way, which destroys what is idle just now, with a request that is on its way.
    Server.prototype.close.call(server)
  }

  return {
    server,
    /** Has all requests answered by one listener. */
    answerWith: (listener: RequestListener): void => {
      server.on('request', (incoming, outgoing) =>
        connections.take(incoming, outgoing, () => listener(incoming, outgoing)),
      )
    },
    isStopping: connections.isStopping,
    answering: connections.answering,
    /**
     * Ends every connection after the answer that is on its way, or after the next where one comes soon; what comes meanwhile
     * gets an answer, too.
     * @param milliseconds after which what is left is cut
     * @param listening whether new connections are taken until then
     */
    endAll: async (milliseconds: number, { listening = false } = {}): Promise<void> => {
      const ended = connections.endAll(milliseconds)
      if (!listening) await stopListening()
      await ended
      if (listening) await stopListening()
      await connections.endAll(milliseconds)
    },
  }
}

const refusalOf = ({ code }: NodeJS.ErrnoException): Reply => {
  if (code === 'HPE_HEADER_OVERFLOW') return tooManyCookies()
  return rawRefusal(code === 'ERR_HTTP_REQUEST_TIMEOUT' ? 408 : 400)
}
