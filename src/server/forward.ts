import { routePath, routes } from '../qovery/routes'
import { isAuthorization } from './authorization'
import type { Backend, Call } from './backend'
import type { Upstream } from './config'
import { passOn } from './pass-on'
import { failure, refusal } from './refusal'
import { readAnswer } from './upstream-answer'
import { createConnections } from './upstream-connections'

const defaultLimits = {
  /** Milliseconds until a connection, TLS included, must stand. */
  connect: 10_000,
  /** Milliseconds for the whole call, the answer's body included. */
  total: 30_000,
  /** Bytes of an answer's body. */
  bytes: 8 * 1024 ** 2,
}

/** Sends calls on to the live API: a fixed list of routes, each address built from constants and checked ids. */
export const createForwarder = (
  { url, authorization: own }: Upstream,
  limits = defaultLimits,
): Backend => {
  const base = new URL(url)
  const connections = createConnections(base, limits.connect)
  const requestText = createRequestText(base)

  return async (call) => {
    const started = performance.now()
    const authorization = call.authorization ?? own
    if (authorization === undefined || !isAuthorization(authorization)) {
      return refusal(401, { detail: 'The call needs a token: Authorization: Token qov_…' })
    }
    // Asked for and written to in one go where one waits: whatever else a call needs is done while Qovery works at it.
    const connection =
      connections.takeWaiting() ?? (await connections.open().catch(() => undefined))
    if (connection === undefined) {
      return refusal(502, { detail: 'Qovery could not be reached. Nothing was sent.' })
    }
    const { socket, bytes } = connection
    let [late, lasts] = [false, false]
    const giveUp = () => {
      late = true
      socket.destroy()
    }
    let timer: NodeJS.Timeout | undefined
    try {
      socket.write(requestText(call, authorization))
      timer = setTimeout(giveUp, limits.total - (performance.now() - started))
      const answer = await readAnswer(bytes, limits.bytes)
      lasts = answer.lasts
      return passOn(answer, authorization.slice(authorization.indexOf(' ') + 1))
    } catch {
      // From the first byte on nobody can tell whether the request was read, least of all on a connection that waited and
      // has just died. It is never sent again. The reason is dropped: nothing of it is the page's.
      return failure(late ? 504 : 502)
    } finally {
      clearTimeout(timer)
      if (lasts) connections.giveBack(connection)
      else socket.destroy()
    }
  }
}

/**
 * All that an upstream gets to see of a call. Nothing in it can hold a line end: ids and token are checked, and the rest is
 * the server's own.
 */
const createRequestText = ({ pathname, host }: URL) => {
  const before = pathname.replace(/\/$/, '')
  const own = [
    `host: ${host}`,
    'accept: application/json',
    'accept-encoding: identity',
    'user-agent: alias-console',
  ].join('\r\n')

  return ({ operation, params, body }: Call, authorization: string) => {
    const path = before + routePath(operation, params)
    const top = `${routes[operation].method} ${path} HTTP/1.1\r\n${own}\r\nauthorization: ${authorization}\r\n`
    return body === undefined
      ? `${top}\r\n`
      : `${top}content-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`
  }
}
