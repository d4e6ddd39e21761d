import { connect, type Socket } from 'node:net'
import type { FuzzInput } from './fuzz-input'

/** Milliseconds after which a client gives up: it has done its harm, and an answer may never come. */
const patience = 50

/**
 * Does to a server what an input says.
 * @returns the connection, for some stay open, and what came back on it
 */
export const runFuzzClient = async (port: number, { pieces, ending, reads }: FuzzInput) => {
  const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true })
  let answer = ''
  socket.on('error', () => socket.destroy())
  if (reads) socket.on('data', (chunk) => (answer += chunk.toString('latin1')))
  const answered = new Promise((resolve) => {
    socket.once('data', resolve)
    socket.once('close', resolve)
  })
  if (!reads) socket.pause()
  const written = writeAll(socket, pieces)
  if (ending === 'reset') {
    await Promise.race([written, giveUp()])
    socket.resetAndDestroy()
  } else if (ending === 'reset on answer') {
    await Promise.race([answered, giveUp()])
    socket.resetAndDestroy()
  } else {
    await Promise.race([written, giveUp()])
    if (ending === 'half-close') socket.end()
    await Promise.race([answered, giveUp()])
    if (ending === 'close') socket.destroy()
  }
  return { socket, answer: () => answer }
}

const writeAll = async (socket: Socket, pieces: readonly Buffer[]) => {
  for (const piece of pieces) {
    await new Promise((resolve) => {
      socket.once('close', resolve)
      socket.write(piece, resolve)
    })
  }
}

const giveUp = () =>
  new Promise((resolve) => {
    setTimeout(resolve, patience)
  })
