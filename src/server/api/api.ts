import { randomUUID } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { matchRoutes } from '../../qovery/all-routes'
import { passGuards, type ApiGuards } from './api-guards'
import type { Answer, Backend, Json } from '../http/backend'
import { crashReport } from '../http/crash-report'
import { logLine, type Log } from '../http/log'
import { failure } from '../http/refusal'
import { jsonReply, type Reply } from '../http/reply'
import { wireHeaders } from '../../wire'

export interface ApiOptions extends ApiGuards {
  backend: Backend<Json>
  log: Log
}

/**
 * Answers everything under `/api`: the guards, then the backend; each answer has a request id and a line in the log.
 * @returns undefined where the connection is dropped instead.
 */
export const createApi =
  ({ backend, log, ...guards }: ApiOptions) =>
  async (request: IncomingMessage, path: string): Promise<Reply | undefined> => {
    const started = performance.now()
    const { method = '' } = request
    const found = matchRoutes(path.slice('/api'.length), (request.url ?? '').slice(path.length + 1))
    const answer = await answerCall(request, found, guards, backend).catch((error: unknown) => {
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
    return answer.cut === true ? undefined : jsonReply(answer, requestId)
  }

const answerCall = async (
  request: IncomingMessage,
  found: ReturnType<typeof matchRoutes>,
  guards: ApiGuards,
  backend: Backend<Json>,
): Promise<Answer<Json>> => {
  const passed = await passGuards(request, found, guards)
  if ('refused' in passed) return passed.refused
  const answer = await backend(passed.call)
  const { pass } = passed
  return pass === undefined
    ? answer
    : { ...answer, headers: { ...answer.headers, [wireHeaders.start]: pass } }
}
