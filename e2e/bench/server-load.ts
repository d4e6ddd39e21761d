import { connect, type Socket } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'

interface Load {
  port: number
  /** The bytes of the next request. */
  request: () => string
  count: number
  /** How many are asked at the same time, each on a connection that is kept. */
  connections: number
  /** The status that every answer must have. */
  status: number
}

/**
 * Asks so many times, as a client that takes as little as one can.
 * @returns milliseconds that each answer took
 * @throws where an answer has another status, or a connection breaks
 */
export const ask = async ({ port, request, count, connections, status }: Load) => {
  const taken: number[] = []
  let left = count
  const work = async () => {
    const socket = connect(port, '127.0.0.1').setNoDelay()
    while (left > 0) {
      left -= 1
      const began = performance.now()
      socket.write(request())
      const found = await readStatus(socket)
      taken.push(performance.now() - began)
      if (found !== status) throw new Error(`An answer had the status ${found}.`)
    }
    socket.destroy()
  }
  await Promise.all(Array.from({ length: connections }, work))
  return taken
}

/** Waits for a whole answer, which tells its length. */
const readStatus = (socket: Socket) =>
  new Promise<number>((resolve, reject) => {
    let text = ''
    let left: number | undefined
    const onData = (bytes: Buffer) => {
      if (left === undefined) {
        text += bytes.toString('latin1')
        const head = text.indexOf('\r\n\r\n')
        if (head === -1) return
        left = head + 4 + Number(/\r\ncontent-length: (\d+)/i.exec(text)?.[1]) - text.length
      } else {
        // A long body is counted and not kept: the client is not what is measured.
        left -= bytes.length
      }
      if (left > 0) return
      settle()
      resolve(Number(text.slice(9, 12)))
    }
    const onEnd = () => {
      settle()
      reject(new Error('The connection broke.'))
    }
    const settle = () => {
      socket.off('data', onData)
      socket.off('error', onEnd)
      socket.off('close', onEnd)
    }
    socket.on('data', onData)
    socket.on('error', onEnd)
    socket.on('close', onEnd)
  })

/** Waits until a server accepts connections. Asks every millisecond: what is waited for may be measured. */
export const answers = async (port: number): Promise<void> => {
  const accepted = await new Promise<boolean>((resolve) => {
    const socket = connect(port, '127.0.0.1')
    socket.on('connect', () => resolve(true))
    socket.on('error', () => resolve(false))
    socket.on('connect', () => socket.destroy())
  })
  if (accepted) return
  await wait(1)
  await answers(port)
}
