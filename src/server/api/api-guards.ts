import type { IncomingMessage } from 'node:http'
import { noParams, type RouteMatch } from '../../qovery/all-routes'
import type { Answer, Call } from '../http/backend'
import { provenance, type Origins } from '../http/guards'
import { refusal } from '../http/refusal'
import { readJsonBody } from '../http/request-body'
import { readHeaders } from '../http/request-headers'
import type { StartGuard } from '../http/start-guard'
import { wireHeaders } from '../../wire'

export interface ApiGuards {
  origins: Origins
  /** Asked about every call; undefined where the server holds no token. */
  startGuard: Pick<StartGuard, 'admit'> | undefined
}

const guid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/**
 * What stands between a request and the backend, in this order: a known route, a method it knows, the query it needs, our own page or a client
 * with credentials, a sound body, a sound idempotency key, whoever started the server.
 * @param found the routes of the request's path, by method.
 */
export const passGuards = async (
  request: IncomingMessage,
  found: ReadonlyMap<string, RouteMatch>,
  { origins, startGuard }: ApiGuards,
): Promise<{ call: Call; pass?: string | undefined } | { refused: Answer }> => {
  const { method = '' } = request
  if (found.size === 0) return refused(404)
  const match = found.get(method)
  if (match === undefined) return refused(405, { headers: { allow: [...found.keys()].join(', ') } })

  const { operation, params } = match
  if (params === undefined) {
    return refused(400, { detail: 'The query lacks what this call needs, or has it twice.' })
  }

  const headers = readHeaders(request.rawHeaders)
  const caller = provenance({
    own: origins.get(headers.get('host')?.toLowerCase() ?? ''),
    origin: headers.get('origin'),
    fetchSite: headers.get('sec-fetch-site'),
    authorization: headers.get('authorization'),
  })
  if (caller === 'foreign') return refused(403)
  if (caller === 'anonymous') return refused(401)

  const takesBody = method === 'POST' || method === 'PUT'
  const body = takesBody ? await readJsonBody(request, headers) : { text: undefined }
  // What is left of the body must not be read as the next request.
  if ('refused' in body) return refused(body.refused, { headers: { connection: 'close' } })

  const key = method === 'POST' ? headers.get(wireHeaders.idempotencyKey) : undefined
  if (key !== undefined && !guid.test(key)) {
    return refused(400, { detail: 'The idempotency key must be a UUID.' })
  }

  // Last, for it uses up a start code: who is refused for anything else can come again with it.
  const started = startGuard?.admit(headers.get(wireHeaders.start) ?? '')
  if (startGuard !== undefined && started === undefined) {
    return refused(401, {
      detail: 'Open the console through the address that the server printed last.',
      headers: { [wireHeaders.start]: 'required' },
    })
  }

  return {
    call: {
      operation,
      params: { ...noParams, ...lowerIds(params) },
      body: body.text,
      authorization: headers.get('authorization'),
      idempotencyKey: key?.toLowerCase(),
    },
    pass: started?.pass,
  }
}

const lowerIds = (params: Readonly<Record<string, string>>) =>
  Object.fromEntries(
    Object.entries(params).map(([name, value]) =>
      name === 'scope' ? [name, value] : [name, value.toLowerCase()],
    ),
  )

const refused = (...refusing: Parameters<typeof refusal>) => ({ refused: refusal(...refusing) })
