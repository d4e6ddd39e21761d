import { connect, createServer, type Socket } from 'node:net'
import { listen } from '../http/listen'

/** A proxy on 127.0.0.1 that opens tunnels, and notes what it is asked and what it carries. */
export const startTunnelProxy = async () => {
  const heads: string[] = []
  const carried: Buffer[] = []
  const sockets = new Set<Socket>()
  const server = createServer((client) => {
    sockets.add(client)
    client.on('error', () => client.destroy())
    client.once('data', (bytes) => {
      const head = String(bytes)
      heads.push(head)
      const [, port] = /^CONNECT \S+:(\d+) HTTP/.exec(head) ?? []
      if (port === undefined) return client.end('HTTP/1.1 405 No\r\n\r\n')
      const target = connect(Number(port), '127.0.0.1')
      sockets.add(target)
      target.on('error', () => client.destroy())
      client.write('HTTP/1.1 200 OK\r\n\r\n')
      client.on('data', (more) => carried.push(more))
      client.pipe(target).pipe(client)
    })
  })
  const port = await listen(server)
  return {
    port,
    /** What it was asked, one for each connection. */
    heads: heads as readonly string[],
    /** All that clients sent through tunnels. */
    get carried() {
      return Buffer.concat(carried)
    },
    close: () => {
      for (const socket of sockets) socket.destroy()
      server.close()
    },
  }
}
