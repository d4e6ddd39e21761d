import { connect as connectPlain, isIP, type Socket } from 'node:net'
import { connect as connectSecure } from 'node:tls'

/**
 * Opens a connection of its own for one call, TLS and the certificate's check included. Kept apart from the call itself:
 * whatever fails here, no byte of the request has left. No connection is used twice, since a request on one that has
 * just died could have been read or not.
 * @throws where the connection does not stand within so many milliseconds.
 */
export const connect = (url: URL, milliseconds: number): Promise<Socket> =>
  new Promise((resolve, reject) => {
    const host = url.hostname.replaceAll(/[[\]]/g, '')
    const secure = url.protocol === 'https:'
    const port = Number(url.port) || (secure ? 443 : 80)
    const socket = secure
      ? connectSecure({
          host,
          port,
          ALPNProtocols: ['http/1.1'],
          ...(isIP(host) === 0 ? { servername: host } : {}),
        })
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
