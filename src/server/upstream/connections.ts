import type { Socket } from 'node:net'
import Client from 'undici/lib/dispatcher/client.js'
import { createConnect } from './connect'

/** Most connections that wait for a next call, and milliseconds for which one does: less than any server's patience. */
const idle = { most: 16, milliseconds: 1000 }

/** Bytes of an answer's head, or of its trailers: what node's own reader allows. */
const longestHead = 16 * 1024

/** One connection to the API, for one call at a time. Its client opens it with the first call, and anew where it has ended. */
export interface Connection {
  client: Client
  /** What stands at the moment, or has stood last. */
  socket: Socket | undefined
  /** Whether that one has carried an answer: then it can end just as the next call is written to it. */
  used: boolean
  /** What that one has failed of first: undici tells of the last, which often is but its end. */
  failure: Error | undefined
  /** Called whenever bytes have come, before they are read. */
  onBytes: (() => void) | undefined
}

/**
 * Connections to the API. One that has carried an answer whole waits a moment for the next call: a new one costs more.
 * @param milliseconds for each step of making a connection.
 */
export const createConnections = (url: URL, proxy: URL | undefined, milliseconds: number) => {
  const connect = createConnect(proxy, milliseconds)
  const waiting: Connection[] = []

  const open = (): Connection => {
    const client = new Client(url.origin, {
      maxHeaderSize: longestHead,
      keepAliveTimeout: idle.milliseconds,
      keepAliveMaxTimeout: idle.milliseconds,
      // The whole call has one limit, which a slow trickle cannot stretch.
      headersTimeout: 0,
      bodyTimeout: 0,
      connect: (options, callback) =>
        connect(options, (...outcome) => {
          const [, socket] = outcome
          if (socket !== null) {
            connection.socket = socket
            connection.used = false
            connection.failure = undefined
            socket.once('error', (error) => {
              if (connection.socket === socket) connection.failure = error
            })
            // Before undici listens, so that it comes first.
            socket.on('readable', () => connection.onBytes?.())
          }
          callback(...outcome)
        }),
    })
    const connection: Connection = {
      client,
      socket: undefined,
      used: false,
      failure: undefined,
      onBytes: undefined,
    }
    return connection
  }

  return {
    /** The one that has waited for the shortest time, or a new one. Nothing is opened yet. */
    take: (): Connection => waiting.pop() ?? open(),
    open,
    /** Gives back a connection whose answer was read whole, and after which nothing has come. */
    giveBack: (connection: Connection): void => {
      if (waiting.length < idle.most) waiting.push(connection)
      else drop(connection)
    },
    drop: (connection: Connection): void => drop(connection),
  }
}

const drop = ({ client }: Connection) => {
  void client.destroy()
}
