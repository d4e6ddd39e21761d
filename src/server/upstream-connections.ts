import type { Socket } from 'node:net'
import { bytesOf, type Bytes } from './upstream-bytes'
import { createConnect } from './upstream-connect'

/** Most connections that wait for a next call, and milliseconds for which one does: less than any server's patience. */
const idle = { most: 16, milliseconds: 1000 }

export interface Connection {
  socket: Socket
  bytes: Bytes
  /** Closes it, unless it is at work. */
  patience: NodeJS.Timeout
}

/**
 * Connections to the live API, each for one call at a time. One that has carried an answer whole waits a moment for the next
 * call: a new one costs more than all else of a call.
 * @param milliseconds within which a new connection must stand.
 */
export const createConnections = (url: URL, milliseconds: number) => {
  const connect = createConnect(url, milliseconds)
  const waiting = new Set<Connection>()

  return {
    /** One that waits for a call; undefined where none does. */
    takeWaiting: (): Connection | undefined => {
      // The last one has waited for the shortest time.
      for (const connection of [...waiting].toReversed()) {
        waiting.delete(connection)
        if (connection.bytes.isUntouched()) return connection
        // It has ended, or spoke before it was asked: no answer to anything.
        connection.socket.destroy()
      }
      return undefined
    },
    /** A new one. @throws where it does not stand in time: then nothing was sent. */
    open: async (): Promise<Connection> => {
      const socket = await connect()
      const patience = setTimeout(() => {
        if (waiting.delete(connection)) socket.destroy()
      }, idle.milliseconds).unref()
      const connection = { socket, bytes: bytesOf(socket), patience }
      return connection
    },
    /** Gives back a connection whose answer was read whole, and after which nothing has come. */
    giveBack: (connection: Connection): void => {
      if (waiting.size >= idle.most) {
        connection.socket.destroy()
        return
      }
      waiting.add(connection)
      connection.patience.refresh()
    },
  }
}
