import type { IncomingMessage, ServerResponse } from 'node:http'
import { createApp } from './app'
import type { Assets } from '../page/assets'
import type { Backend, Json } from '../http/backend'
import type { Settings } from '../settings/config'
import { crashReport } from '../http/crash-report'
import { isPlainTarget, knownHost, knownOrigins, protocolFault } from '../http/guards'
import { securityHeaders } from '../http/headers'
import { indexPages, styleSource } from '../page/index-page'
import { logLine, type Log } from '../http/log'
import type { Probes } from '../http/probes'
import { rawRefusal } from '../http/raw-refusal'
import type { RefusalStatus } from '../http/refusal'
import { send } from '../http/reply'
import type { StartGuard } from '../http/start-guard'

interface ListenerOptions {
  settings: Settings
  backend: Backend<Json>
  /** The port that the server listens on. */
  port: number
  startGuard: StartGuard
  /** The built page; undefined while Vite serves it. */
  assets?: Assets
  log: Log
  probes: Probes
  /** Whether the server takes no new calls any more. */
  isStopping: () => boolean
}

/** The server as node:http wants it. Host and target are judged on the raw request, before anything has read them. */
export const createListener = (options: ListenerOptions) => {
  const { settings, backend, port, assets, log, probes, isStopping } = options
  const origins = knownOrigins(settings, port)
  const policy = Object.entries(securityHeaders(settings, assets && styleSource(assets))).flat()
  const answer = createApp({
    policy,
    origins,
    log,
    backend,
    startGuard: settings.upstream?.authorization === undefined ? undefined : options.startGuard,
    page: assets && { assets, index: indexPages(assets, settings) },
  })

  /** What the guards of a raw request have against it. */
  const fault = ({ rawHeaders, url = '' }: IncomingMessage) => {
    if (knownHost(rawHeaders, origins) === undefined) return 403
    if (!isPlainTarget(url)) return 400
    return isStopping() ? 503 : undefined
  }

  const refuse = ({ method = '', url = '' }: IncomingMessage, status: RefusalStatus) => {
    const reply = rawRefusal(status, status === 503 ? { 'retry-after': '1' } : {})
    const requestId = reply.headers['x-request-id'] ?? ''
    if (url.startsWith('/api')) log(logLine({ method, status, milliseconds: 0, requestId }))
    return reply
  }

  /** @returns undefined where the request is one for the console itself. */
  const replyAtOnce = (incoming: IncomingMessage) => {
    const { method = '', url = '', httpVersion, rawHeaders } = incoming
    const unreadable = protocolFault(httpVersion, rawHeaders)
    if (unreadable !== undefined) return refuse(incoming, unreadable)
    const probe = isPlainTarget(url) ? probes.answer(method, url) : undefined
    if (probe !== undefined) return probe
    const status = fault(incoming)
    return status && refuse(incoming, status)
  }

  return async (incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> => {
    try {
      const reply = replyAtOnce(incoming)
      if (reply === undefined) await answer(incoming, outgoing)
      else send(outgoing, reply, policy)
    } catch (error) {
      log(crashReport(error))
      incoming.socket.destroy()
    }
  }
}
