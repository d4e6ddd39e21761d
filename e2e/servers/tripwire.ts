import { createServer } from 'node:net'
import { listen } from '../http/listen'

/** A server that nobody has a reason to call. It listens on a port of 127.0.0.1 and answers nothing. */
export const startTripwire = async () => {
  const touches: string[] = []
  const server = createServer((socket) => {
    const position = touches.push('') - 1
    socket.on('data', (bytes) => {
      touches[position] += String(bytes)
    })
    socket.on('error', () => socket.destroy())
    socket.end()
  })
  const port = await listen(server)
  return {
    port,
    origin: `http://127.0.0.1:${port}`,
    /** What each connection sent, first one first; even a silent connection is a touch. */
    touches: touches as readonly string[],
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve())
      }),
  }
}
