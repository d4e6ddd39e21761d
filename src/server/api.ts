import { randomUUID } from 'node:crypto'
import type { HttpBindings } from '@hono/node-server'
import type { Context } from 'hono'
import { matchRoutes } from '../qovery/routes'
import type { Answer, Backend } from './backend'
import { passGuards, type ApiGuards } from './api-guards'
import { crashReport } from './crash-report'
import { logLine, type Log } from './log'
import { failure } from './refusal'

export interface ApiOptions extends ApiGuards {
  backend: Backend
  log: Log
}

/** Answers everything under `/api`: the guards, then the backend; each answer has a request id and a line in the log. */
export const createApi =
  ({ backend, log, ...guards }: ApiOptions) =>
  async (context: Context<{ Bindings: HttpBindings }>): Promise<Response> => {
    const started = performance.now()
    const { method, url, raw } = context.req
    const found = matchRoutes(new URL(url).pathname.slice('/api'.length))
    const answer = await answerCall(raw, found, guards, backend).catch((error: unknown) => {
      log(crashReport(error))
      return failure(500)
    })
    const requestId = answer.headers?.['x-request-id'] ?? randomUUID()
    const [route] = found.values()
    log(
      logLine({
        method,
        operation: (found.get(method) ?? route)?.operation,
        status: answer.status,
        milliseconds: performance.now() - started,
        requestId,
      }),
    )
    if (answer.cut === true) context.env.incoming.socket.destroy()
    return new Response(answer.body, {
      status: answer.status,
      headers: {
        ...(answer.body === null ? {} : { 'content-type': 'application/json' }),
        ...answer.headers,
        'x-request-id': requestId,
      },
    })
  }

const answerCall = async (
  request: Request,
  found: ReturnType<typeof matchRoutes>,
  guards: ApiGuards,
  backend: Backend,
): Promise<Answer> => {
  const passed = await passGuards(request, found, guards)
  return 'refused' in passed ? passed.refused : backend(passed.call)
}
