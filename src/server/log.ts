import type { Operation } from '../qovery/routes'
import { routes } from '../qovery/routes'

interface ApiRequest {
  method: string
  /** Undefined where the path belongs to no route. */
  operation?: Operation | undefined
  status: number
  milliseconds: number
  requestId: string
}

export type Log = (line: string) => void

/** One line for one call under `/api`: the route's template, so that no id, key, token or message is in it. */
export const logLine = ({ method, operation, status, milliseconds, requestId }: ApiRequest) => {
  const template = operation === undefined ? '-' : routes[operation].path
  return `${method} ${template} ${status} ${Math.round(milliseconds)} ms ${requestId}`
}
