import { request } from 'node:http'
import { createServer } from 'node:https'
import { buffer } from 'node:stream/consumers'
import { makeCertificate } from './self-signed'
import { listen } from '../http/listen'
import { findNginx, startNginx } from './nginx'

/**
 * Puts TLS in front of several consoles, which take turns: the real nginx where it is installed or can be, else a few
 * lines of node that pass on the same things.
 */
export const startTlsFront = async (name: string, port: number, backends: number[]) => {
  const pair = makeCertificate(name)
  const program = findNginx()
  const front =
    program === undefined
      ? await startOwnFront(port, pair, backends)
      : await startNginx({ program, name, port, pair, backends })
  return {
    program: program === undefined ? 'node' : 'nginx',
    /** What a client has to trust, as PEM. */
    certificate: pair.certificate,
    close: front.close,
  }
}

const startOwnFront = async (
  port: number,
  { certificate, key }: ReturnType<typeof makeCertificate>,
  backends: number[],
) => {
  let turn = 0
  const server = createServer({ cert: certificate, key }, (incoming, outgoing) => {
    const { method, url: path, headers } = incoming
    const passOn = (body: Buffer, triesLeft: number) => {
      turn += 1
      const backend = backends[turn % backends.length]
      const onward = request({ host: '127.0.0.1', port: backend, method, path, headers })
      onward.on('response', (answer) => {
        outgoing.writeHead(answer.statusCode ?? 502, answer.rawHeaders)
        answer.pipe(outgoing)
      })
      onward.on('error', (error) => {
        // Only what nobody has seen may go to another instance.
        const unseen = 'code' in error && error.code === 'ECONNREFUSED'
        if (unseen && triesLeft > 0) passOn(body, triesLeft - 1)
        else outgoing.destroy()
      })
      onward.end(body)
    }
    buffer(incoming).then(
      (body) => passOn(body, backends.length - 1),
      () => outgoing.destroy(),
    )
  })
  await listen(server, port)
  return {
    close: async () => {
      const closed = new Promise((resolve) => {
        server.close(resolve)
      })
      server.closeAllConnections()
      await closed
    },
  }
}
