import { longestAnswer } from '../../qovery/longest-answer'
import { allRoutes, anyPath, isCalled, type AnyRouteName } from '../../qovery/all-routes'
import type { Answer, Backend, Call, Json } from '../http/backend'
import type { Upstream } from '../settings/config'
import type { Log } from '../http/log'
import { failure, refusal } from '../http/refusal'
import { isAuthorization } from './authorization'
import { createConnections, type Connection } from './connections'
import { exchange, type UpstreamRequest } from './exchange'
import { TooLongError } from './gather'
import { passOn } from './pass-on'
import { createReachability, explain } from './unreachable'

const mebibyte = 1024 ** 2

const defaultLimits = {
  /** Milliseconds for each step of making a connection. */
  connect: 10_000,
  /** Milliseconds for the whole call, the answer's body included. */
  total: 30_000,
  /** Bytes of an answer's body. */
  bytes: (operation: AnyRouteName) => longestAnswer(operation) * mebibyte,
}

/**
 * Sends calls on to the live API: a fixed list of routes that the page calls, each address built from constants and checked ids. Nothing is sent
 * twice, but for a GET that found its connection dead.
 */
export const createForwarder = (
  { url, authorization: own, proxy }: Upstream,
  log: Log,
  limits = defaultLimits,
): Backend<Json> => {
  const base = new URL(url)
  const connections = createConnections(base, proxy, limits.connect)
  const note = createReachability(log)
  const requestOf = createRequestOf(base)

  return async (call) => {
    if (!isCalled(call.operation))
      return refusal(404, { detail: 'Nothing was sent: the console makes no such call.' })
    const authorization = call.authorization ?? own
    if (authorization === undefined || !isAuthorization(authorization)) {
      return refusal(401, { detail: 'The call needs a token: Authorization: Token qov_…' })
    }
    const request = requestOf(call, authorization)
    const most = limits.bytes(call.operation)
    let inUse: Connection | undefined
    let late = false
    const timer = setTimeout(() => {
      late = true
      if (inUse !== undefined) connections.drop(inUse)
    }, limits.total)
    const send = async (connection: Connection) => {
      inUse = connection
      const exchanged = await exchange(connection, request, most)
      if (exchanged.kind === 'answered' && exchanged.lasts) connections.giveBack(connection)
      else connections.drop(connection)
      inUse = undefined
      return exchanged
    }

    let exchanged = await send(connections.take())
    if (exchanged.kind === 'lost' && exchanged.unread && request.method === 'GET' && !late)
      exchanged = await send(connections.open())
    clearTimeout(timer)

    if (exchanged.kind === 'unsent') {
      note(exchanged.error)
      const why = explain(exchanged.error, proxy !== undefined)
      const detail = `Nothing was sent: Qovery could not be reached. ${why}`
      return refusal(502, { detail })
    }
    // From the first byte on nobody can tell whether the request was read, least of all on a connection that waited and has
    // just died. The reason is the log's alone: nothing of it is the page's.
    if (exchanged.kind === 'lost') {
      note(late ? 'TIMEOUT' : exchanged.reason)
      return exchanged.tooLong ? tooLong(most) : failure(late ? 504 : 502)
    }
    const token = authorization.slice(authorization.indexOf(' ') + 1)
    try {
      const { unusable, ...passed } = await passOn(
        exchanged.answer,
        { token, body: call.body },
        most,
      )
      const detail = notHandedOn[passed.status]
      note(detail === undefined ? unusable : `STATUS_${passed.status}`)
      if (detail !== undefined) return refusal(502, { detail })
      // Chromium sends again what is answered by 408 on a connection in use, a change like everything else.
      const isResent = passed.status === 408 && request.method !== 'GET'
      return isResent ? { ...passed, ...failure(504) } : passed
    } catch (error) {
      if (!(error instanceof TooLongError)) throw error
      note('TOO_LONG')
      return tooLong(most)
    }
  }
}

/**
 * Refusals of who stands between the console and Qovery's API, which has not seen the call then. None goes to a browser as it
 * is: each sends again what is answered by 421, a change like everything else, and shows no page a 407. Source: RFC 9110,
 * sections 15.5.8 and 15.5.20.
 */
const notHandedOn: Readonly<Record<number, string>> = {
  407: 'A proxy in the place of Qovery’s API asks for credentials (407), and handed nothing on.',
  421: 'What answers in the place of Qovery’s API is not meant for this address (421), and handed nothing on.',
}

const tooLong = (most: number): Answer =>
  failure(502, {
    failure: 'too-long',
    detail: `Qovery’s answer is longer than ${Math.ceil(most / mebibyte)} MiB.`,
  })

/** Makes all that an upstream gets to see of a call, but for what undici adds: host, connection and the body's length. */
const createRequestOf = ({ pathname }: URL) => {
  const before = pathname.replace(/\/$/, '')
  return ({ operation, params, body }: Call, authorization: string): UpstreamRequest => ({
    method: allRoutes[operation].method,
    path: before + anyPath(operation, params),
    headers: {
      accept: 'application/json',
      // Whatever is packed all the same is unpacked, see unpack.ts.
      'accept-encoding': 'identity',
      'user-agent': 'alias-console',
      authorization,
      ...(body !== undefined && { 'content-type': 'application/json' }),
    },
    body: body ?? null,
  })
}
