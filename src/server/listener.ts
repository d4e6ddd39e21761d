import type { IncomingMessage, ServerResponse } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { createApp } from './app'
import type { Assets } from './assets'
import type { Settings } from './config'
import { isPlainTarget, knownHost, knownOrigins } from './guards'
import { securityHeaders } from './headers'
import { indexPages, styleSource } from './index-page'
import { logLine, type Log } from './log'
import { createRawRefusals } from './raw-refusal'
import { createBackend, type State } from './state'

interface ListenerOptions {
  settings: Settings
  state: State
  /** The port that the server listens on. */
  port: number
  startSecret: string
  /** The built page; undefined while Vite serves it. */
  assets?: Assets
  log: Log
}

/**
 * The server as node:http wants it. Host and target are judged on the raw request, before anything has parsed, joined or
 * repaired them.
 */
export const createListener = (options: ListenerOptions) => {
  const { settings, state, port, assets, log } = options
  const origins = knownOrigins(settings, port)
  const headers = securityHeaders(settings, assets && styleSource(assets))
  const refusals = createRawRefusals(headers)
  const app = createApp({
    headers,
    origins,
    log,
    backend: createBackend(state),
    startSecret: settings.upstream?.authorization === undefined ? undefined : options.startSecret,
    page: assets && { assets, index: indexPages(assets, settings) },
  })
  const answer = getRequestListener(app.fetch, { overrideGlobalObjects: false })

  const fault = ({ rawHeaders, url = '' }: IncomingMessage) => {
    if (knownHost(rawHeaders, origins) === undefined) return 403
    return isPlainTarget(url) ? undefined : 400
  }

  return async (incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> => {
    const status = fault(incoming)
    if (status === undefined) return answer(incoming, outgoing)
    const requestId = refusals.end(outgoing, status)
    const { method = '', url = '' } = incoming
    if (url.startsWith('/api')) log(logLine({ method, status, milliseconds: 0, requestId }))
  }
}
