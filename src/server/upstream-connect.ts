import { connect as connectPlain, isIP, type Socket } from 'node:net'
import { connect as connectSecure } from 'node:tls'

/**
 * Makes what opens connections, TLS and the certificate's check included. Kept apart from the calls on them: whatever fails
 * here, no byte of a request has left. The promise rejects where a connection does not stand within so many milliseconds.
 */
export const createConnect = (url: URL, milliseconds: number): (() => Promise<Socket>) => {
  const host = url.hostname.replaceAll(/[[\]]/g, '')
  const secure = url.protocol === 'https:'
  const port = Number(url.port) || (secure ? 443 : 80)
  const name = isIP(host) === 0 ? { servername: host } : {}

  return () =>
    new Promise((resolve, reject) => {
      const socket = secure
        ? connectSecure({ host, port, ALPNProtocols: ['http/1.1'], ...name })
        : connectPlain({ host, port })
      const giveUp = () => socket.destroy(new Error('The connection took too long.'))
      const timer = setTimeout(giveUp, milliseconds)
      socket.once('error', (error) => {
        clearTimeout(timer)
        reject(error)
      })
      socket.once(secure ? 'secureConnect' : 'connect', () => {
        clearTimeout(timer)
        resolve(socket)
      })
    })
}
