import type { IncomingMessage, ServerResponse } from 'node:http'
import { createApp } from './app'
import type { Assets } from './assets'
import type { Backend, Json } from './backend'
import type { Settings } from './config'
import { crashReport } from './crash-report'
import { isPlainTarget, knownHost, knownOrigins } from './guards'
import { securityHeaders } from './headers'
import { indexPages, styleSource } from './index-page'
import { logLine, type Log } from './log'
import { rawRefusal } from './raw-refusal'
import type { RefusalStatus } from './refusal'
import { send } from './reply'

interface ListenerOptions {
  settings: Settings
  backend: Backend<Json>
  /** The port that the server listens on. */
  port: number
  startSecret: string
  /** The built page; undefined while Vite serves it. */
  assets?: Assets
  log: Log
}

/** The server as node:http wants it. Host and target are judged on the raw request, before anything has read them. */
export const createListener = (options: ListenerOptions) => {
  const { settings, backend, port, assets, log } = options
  const origins = knownOrigins(settings, port)
  const policy = Object.entries(securityHeaders(settings, assets && styleSource(assets))).flat()
  const answer = createApp({
    policy,
    origins,
    log,
    backend,
    startSecret: settings.upstream?.authorization === undefined ? undefined : options.startSecret,
    page: assets && { assets, index: indexPages(assets, settings) },
  })

  const fault = ({ rawHeaders, url = '' }: IncomingMessage) => {
    if (knownHost(rawHeaders, origins) === undefined) return 403
    return isPlainTarget(url) ? undefined : 400
  }

  const refuse = (incoming: IncomingMessage, outgoing: ServerResponse, status: RefusalStatus) => {
    const reply = rawRefusal(status)
    send(outgoing, reply, policy)
    const { method = '', url = '' } = incoming
    const requestId = reply.headers['x-request-id'] ?? ''
    if (url.startsWith('/api')) log(logLine({ method, status, milliseconds: 0, requestId }))
  }

  return async (incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> => {
    try {
      const status = fault(incoming)
      if (status === undefined) await answer(incoming, outgoing)
      else refuse(incoming, outgoing, status)
    } catch (error) {
      log(crashReport(error))
      incoming.socket.destroy()
    }
  }
}
