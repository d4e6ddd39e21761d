import { createServer, request } from 'node:http'
import { buffer } from 'node:stream/consumers'
import { listen } from '../http/listen'

/**
 * Stands before a console for a browser whose driver can neither watch requests nor refuse them, and does so in its
 * place. It adds to the page's policy that violations are reported, and to nothing else.
 * @param port the console's port on 127.0.0.1
 */
export const startConsoleFront = async (port: number) => {
  const posts: string[] = []
  const violations: string[] = []
  let lost: RegExp | undefined
  let ownPort = 0
  let held: { after: number; until: Promise<void> } | undefined

  const server = createServer((incoming, outgoing) => {
    const { method = '', url: path = '', headers } = incoming
    const passOn = (body: Buffer) => {
      if (path === '/violation') {
        violations.push(String(body))
        return outgoing.writeHead(204).end()
      }
      const count = method === 'POST' ? posts.push(String(body)) : 0
      const waits = held !== undefined && count > held.after ? held.until : undefined
      if (lost?.test(path) === true) return outgoing.destroy()
      const onward = request({
        host: '127.0.0.1',
        port,
        method,
        path,
        // The page believes in this port; the console only in its own.
        headers: JSON.parse(
          JSON.stringify(headers).replaceAll(`127.0.0.1:${ownPort}`, `127.0.0.1:${port}`),
        ),
      })
      onward.on('response', (answer) => {
        const send = () => {
          const policy = answer.headers['content-security-policy']
          if (policy !== undefined) {
            answer.headers['content-security-policy'] = `${String(policy)}; report-uri /violation`
          }
          outgoing.writeHead(answer.statusCode ?? 502, answer.headers)
          answer.pipe(outgoing)
        }
        void Promise.resolve(waits).then(send)
      })
      onward.on('error', () => outgoing.destroy())
      onward.end(body)
      return undefined
    }
    buffer(incoming).then(passOn, () => outgoing.destroy())
  })
  ownPort = await listen(server)

  return {
    url: `http://127.0.0.1:${ownPort}`,
    /** Bodies of the POSTs that the browser sent. */
    posts,
    /** Reports of what the page's policy refused. */
    violations,
    /** Ends the connection of each request for such a path, until called with none. */
    lose: (paths?: RegExp) => {
      lost = paths
    },
    /** Keeps the answers of POSTs back, but for the first ones, until the function that it gives is called. */
    holdAnswers: (after = 0) => {
      let release = () => {}
      const until = new Promise<void>((resolve) => {
        release = resolve
      })
      held = { after, until }
      return () => {
        release()
        held = undefined
      }
    },
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}
