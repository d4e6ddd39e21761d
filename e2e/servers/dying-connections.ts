import { connect, createServer, type Socket } from 'node:net'
import { listen } from '../http/listen'

/**
 * Stands between a browser and a console, and lets a connection die as an idle one does: the POST on it is delivered
 * and acted upon, and its answer never comes back. A browser that used the connection before sends such a POST again,
 * without a word to the page.
 * @param port the console's port on 127.0.0.1
 */
export const startDyingConnections = async (port: number) => {
  const sockets = new Set<Socket>()
  let deaths = 1
  let posts = 0
  let ownPort = 0

  const server = createServer((browser) => {
    const console = connect(port, '127.0.0.1')
    let served = false
    let dying = false
    for (const socket of [browser, console]) {
      sockets.add(socket)
      socket.on('error', () => undefined)
      socket.on('close', () => {
        sockets.delete(socket)
        browser.destroy()
        console.destroy()
      })
    }
    browser.on('data', (bytes) => {
      const text = bytes.toString('latin1')
      if (text.startsWith('POST')) {
        posts += 1
        // Only a connection that has carried an answer before is one that a browser silently replaces.
        if (served && deaths > 0) {
          deaths -= 1
          dying = true
        }
      }
      // The page believes in this port; the console only in its own.
      console.write(text.replaceAll(`127.0.0.1:${ownPort}`, `127.0.0.1:${port}`), 'latin1')
    })
    console.on('data', (bytes) => {
      if (dying) {
        browser.destroy()
        return
      }
      served = true
      browser.write(bytes)
    })
  })
  ownPort = await listen(server)

  return {
    url: `http://127.0.0.1:${ownPort}`,
    /** POSTs that were delivered to the console. */
    get posts() {
      return posts
    },
    close: () => {
      for (const socket of sockets) socket.destroy()
      server.close()
    },
  }
}
