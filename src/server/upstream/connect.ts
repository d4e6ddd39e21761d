import { Socket } from 'node:net'
import { callbackify } from 'node:util'
import buildConnector from 'undici/lib/core/connect.js'
import Client from 'undici/lib/dispatcher/client.js'

/**
 * Milliseconds for each address of a name that has several: enough for a handshake that loses its first two packets. Node's
 * own 250 would give up one that is slow for one that is dead.
 */
const attemptTimeout = 4000

/** Why no connection came about. No byte of a call has left then. */
export class ConnectError extends Error {
  override name = 'ConnectError'
  /** A code of node, OpenSSL, undici or the tunnel, or an error's name; nothing of an address or a message is in it. */
  readonly reason: string
  /** Who could not be reached. */
  readonly hop: 'api' | 'proxy'

  constructor(reason: string, hop: ConnectError['hop']) {
    super(reason)
    this.reason = reason
    this.hop = hop
  }
}

/**
 * Makes what opens connections to the API for undici's clients, TLS and the certificate's check included. It fails with a
 * {@link ConnectError}.
 * @param proxy what to go through, by a tunnel: it sees nothing of a call.
 * @param milliseconds for each step: to connect, to be granted the tunnel, to agree on TLS.
 */
export const createConnect = (
  proxy: URL | undefined,
  milliseconds: number,
): buildConnector.connector => {
  const connector = buildConnector({
    timeout: milliseconds,
    autoSelectFamily: true,
    autoSelectFamilyAttemptTimeout: attemptTimeout,
  })
  const connect = callbackify(async (options: buildConnector.Options): Promise<Socket> => {
    if (proxy === undefined) return open(connector, options)
    const tunnel = await openTunnel(proxy, authorityOf(options), connector, milliseconds)
    return options.protocol === 'https:'
      ? open(connector, { ...options, httpSocket: tunnel })
      : tunnel
  })
  return (options, callback) =>
    connect(options, (error: Error | null, socket) =>
      error === null ? callback(null, socket) : callback(toConnectError(error, 'api'), null),
    )
}

const open = (connector: buildConnector.connector, options: buildConnector.Options) =>
  new Promise<Socket>((resolve, reject) => {
    connector(options, (error, socket) => (error === null ? resolve(socket) : reject(error)))
  })

const openTunnel = async (
  proxy: URL,
  authority: string,
  connect: buildConnector.connector,
  headersTimeout: number,
): Promise<Socket> => {
  const client = new Client(proxy.origin, {
    // undici takes the name for TLS from the request's host, which is the API's: without it, it takes the proxy's own.
    connect: (options, callback) => connect({ ...options, servername: '' }, callback),
    headersTimeout,
  })
  const headers = { host: authority, ...credentialsOf(proxy) }
  try {
    return await new Promise<Socket>((resolve, reject) => {
      client.dispatch(
        { method: 'CONNECT', path: authority, headers },
        {
          onRequestStart: () => undefined,
          onRequestUpgrade: (_, status, __, socket) => {
            // Any of them opens the tunnel. Source: RFC 9110, section 9.3.6.
            if (status >= 200 && status < 300 && socket instanceof Socket) return resolve(socket)
            socket.destroy()
            reject(new ConnectError(`PROXY_STATUS_${status}`, 'proxy'))
          },
          onResponseError: (_, error) => reject(error),
        },
      )
    })
  } catch (error) {
    throw toConnectError(error, 'proxy')
  } finally {
    // What it has opened is the tunnel's by now, or of no use.
    void client.destroy()
  }
}

const authorityOf = ({ protocol, host = '', port }: buildConnector.Options) =>
  port === '' ? `${host}:${protocol === 'https:' ? 443 : 80}` : host

const credentialsOf = ({ username, password }: URL) => {
  if (username === '' && password === '') return {}
  const pair = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`
  return { 'proxy-authorization': `Basic ${Buffer.from(pair).toString('base64')}` }
}

/**
 * Makes of what a connection failed with an error without a `code`: undici takes some codes for those of a connection that
 * has stood, and connects again without an end.
 */
export const toConnectError = (error: unknown, hop: ConnectError['hop']): ConnectError => {
  if (error instanceof ConnectError) return error
  if (!(error instanceof Error)) return new ConnectError('Error', hop)
  const code = 'code' in error ? error.code : undefined
  const isPlain = typeof code === 'string' && /^[A-Z][A-Z0-9_]{1,60}$/.test(code)
  return new ConnectError(isPlain ? code : error.name, hop)
}
