import { request, type Agent } from 'node:http'
import { json as readJson } from 'node:stream/consumers'

interface ApiCall {
  method?: string
  /** Qovery's path, without the `/api` that the console puts before it. */
  path: string
  headers?: Record<string, string>
  body?: unknown
  agent?: Agent
}

/**
 * Calls a console as curl would: with an Authorization of its own and none of the headers that only a browser sends.
 * Rejects where no whole answer came.
 */
export const callApi = (
  port: number,
  { method = 'GET', path, headers = {}, body, agent }: ApiCall,
): Promise<{ status: number; headers: Record<string, unknown>; body: unknown }> =>
  new Promise((resolve, reject) => {
    const bytes = body === undefined ? '' : JSON.stringify(body)
    const outgoing = request(
      {
        host: '127.0.0.1',
        port,
        method,
        path: `/api${path}`,
        ...(agent === undefined ? {} : { agent }),
        headers: {
          authorization: 'Token qov_sandbox',
          ...(body === undefined
            ? {}
            : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(bytes) }),
          ...headers,
        },
      },
      (answer) => {
        const status = answer.statusCode ?? 0
        const whole = status === 204 ? Promise.resolve(undefined) : readJson(answer)
        if (status === 204) answer.resume()
        whole.then((parsed) => resolve({ status, headers: answer.headers, body: parsed }), reject)
      },
    )
    outgoing.on('error', reject)
    outgoing.end(bytes)
  })
