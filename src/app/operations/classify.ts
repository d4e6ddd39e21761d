import type { ApiError } from '../../qovery/errors'
import { retryDelay } from './retry-after'

/** What a failed POST says about the alias. `retryIn` (milliseconds): the server named a time to ask again. */
export type Verdict =
  | { kind: 'not-created'; retryIn?: number }
  | { kind: 'conflict' }
  | { kind: 'unknown' }

/**
 * Tells what is certain after a failed create call. Only what the server refused before doing anything is "not created";
 * a lost, late or senseless answer may follow a commit and stays unknown until the list is read.
 */
export const classify = (error: ApiError, now: number): Verdict => {
  // Our own server has an answer to this submission's key, for another token: it may be that it was created.
  if (!error.sent && error.status === 422) return { kind: 'unknown' }
  if (!error.sent) return { kind: 'not-created' }
  if (error.kind !== 'http' || error.status === undefined) return { kind: 'unknown' }
  if (error.status === 429 || error.status === 503) {
    const retryIn = retryDelay(error.retryAfter, now)
    return retryIn === undefined ? { kind: 'not-created' } : { kind: 'not-created', retryIn }
  }
  if (error.status >= 500) return { kind: 'unknown' }
  if (error.status === 409 || (error.status === 400 && saysItExists(error.detail ?? ''))) {
    return { kind: 'conflict' }
  }
  return { kind: 'not-created' }
}

// Qovery's clients treat a 400 whose words contain "exist" as a conflict; "does not exist" is the opposite of one.
const saysItExists = (detail: string) =>
  /\bexist/i.test(detail) && !/(not|n't|no longer|never) exist/i.test(detail)
