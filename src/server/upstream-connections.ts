import type { Socket } from 'node:net'
import { bytesOf, type Bytes } from './upstream-bytes'
import { createConnect } from './upstream-connect'

/** Most connections that wait for a next call, and milliseconds for which one does: less than any server's patience. */
const idle = { most: 16, milliseconds: 1000 }

export interface Connection {
  socket: Socket
  bytes: Bytes
}

/**
 * Connections to the live API, each for one call at a time. One that has carried an answer whole waits a moment for the next
 * call: a new one costs more than all else of a call.
 * @param milliseconds within which a new connection must stand.
 */
export const createConnections = (url: URL, milliseconds: number) => {
  const connect = createConnect(url, milliseconds)
  const waiting = new Map<Connection, NodeJS.Timeout>()

  const remove = (connection: Connection) => {
    clearTimeout(waiting.get(connection))
    waiting.delete(connection)
  }
  const drop = (connection: Connection) => {
    remove(connection)
    connection.socket.destroy()
  }

  const takeWaiting = (): Connection | undefined => {
    // The last one has waited for the shortest time.
    for (const connection of [...waiting.keys()].toReversed()) {
      remove(connection)
      if (connection.bytes.isUntouched()) return connection
      // It has ended, or spoke before it was asked: no answer to anything.
      connection.socket.destroy()
    }
    return undefined
  }

  return {
    /** @throws where no connection stands in time: then nothing was sent. */
    take: async (): Promise<Connection> => {
      const connection = takeWaiting()
      if (connection !== undefined) return connection
      const socket = await connect()
      return { socket, bytes: bytesOf(socket) }
    },
    /** Gives back a connection whose answer was read whole, and after which nothing has come. */
    giveBack: (connection: Connection): void => {
      if (waiting.size >= idle.most) connection.socket.destroy()
      else waiting.set(connection, setTimeout(drop, idle.milliseconds, connection).unref())
    },
  }
}
