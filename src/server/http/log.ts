import { allRoutes, type AnyRouteName } from '../../qovery/all-routes'

interface ApiRequest {
  method: string
  /** Undefined where the path belongs to no route. */
  operation?: AnyRouteName | undefined
  status: number
  milliseconds: number
  requestId: string
}

export type Log = (line: string) => void

/** One line for one call under `/api`: the route's template, so that no id, key, token or message is in it. */
export const logLine = ({ method, operation, status, milliseconds, requestId }: ApiRequest) => {
  const template = operation === undefined ? '-' : allRoutes[operation].path
  return `${method} ${template} ${status} ${Math.round(milliseconds)} ms ${requestId}`
}

/** Milliseconds for which lines are gathered. To write takes longer than all else of a call that is only passed on. */
export const moment = 20

/**
 * Writes the lines of one moment together, after the answers that they tell of: nobody waits for the log.
 * @param write takes whole lines, before it returns.
 */
export const gatherLines = (write: (text: string) => void) => {
  let waiting = ''
  let timer: NodeJS.Timeout | undefined
  const flush = () => {
    clearTimeout(timer)
    if (waiting !== '') write(waiting)
    waiting = ''
  }
  return {
    line: (text: string) => {
      if (waiting === '') timer = setTimeout(flush, moment)
      waiting += `${text}\n`
    },
    flush,
  }
}
