import { routePath, routes } from '../qovery/routes'
import { isAuthorization } from './authorization'
import type { Backend, Call } from './backend'
import type { Upstream } from './config'
import { passOn } from './pass-on'
import { failure, refusal } from './refusal'
import { connect } from './upstream-connect'
import { exchange } from './upstream-exchange'

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

  return async (call) => {
    const started = performance.now()
    const authorization = call.authorization ?? own
    if (authorization === undefined || !isAuthorization(authorization)) {
      return refusal(401, { detail: 'The call needs a token: Authorization: Token qov_…' })
    }
    const socket = await connect(base, limits.connect).catch(() => undefined)
    if (socket === undefined) {
      return refusal(502, { detail: 'Qovery could not be reached. Nothing was sent.' })
    }
    const deadline = new AbortController()
    const timer = setTimeout(() => deadline.abort(), limits.total - (performance.now() - started))
    try {
      const request = requestFor(call, base, authorization)
      const bounds = { signal: deadline.signal, bytes: limits.bytes }
      const answer = await exchange(socket, request, bounds)
      return passOn(answer, authorization.replace(/^\S+ /, ''))
    } catch {
      // The reason is dropped: an error's message can repeat a header, and so the token.
      return failure(deadline.signal.aborted ? 504 : 502)
    } finally {
      clearTimeout(timer)
    }
  }
}

/** All that an upstream gets to see of a call. */
const requestFor = ({ operation, params, body }: Call, base: URL, authorization: string) => ({
  method: routes[operation].method,
  path: base.pathname.replace(/\/$/, '') + routePath(operation, params),
  headers: {
    host: base.host,
    authorization,
    accept: 'application/json',
    'accept-encoding': 'identity',
    'user-agent': 'alias-console',
    ...(body === undefined
      ? {}
      : {
          'content-type': 'application/json',
          'content-length': String(Buffer.byteLength(body)),
        }),
  },
  body,
})
