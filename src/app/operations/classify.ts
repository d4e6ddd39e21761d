import type { ApiError } from '../../qovery/errors'
import { retryDelay } from './retry-after'

/** What a failed call says. refused: it did nothing · conflict: somebody has the key · lost: it may have happened. */
export type Verdict = 'refused' | 'conflict' | 'lost'

/**
 * Tells what is certain after a failed call. Only what the server refused before doing anything is "refused"; a lost, late or
 * senseless answer may follow a commit, and only the list can tell.
 */
export const classify = (error: ApiError): Verdict => {
  // Our own server has an answer to this submission's key, for another token: it may be that it was created.
  if (!error.sent && error.status === 422) return 'lost'
  if (!error.sent) return 'refused'
  if (error.kind !== 'http' || error.status === undefined) return 'lost'
  if (asksToWait(error)) return 'refused'
  if (error.status >= 500) return 'lost'
  const isConflict =
    error.status === 409 || (error.status === 400 && saysItExists(error.detail ?? ''))
  return isConflict ? 'conflict' : 'refused'
}

/** Milliseconds after which a server said that it may be asked again; undefined where it named no time. */
export const retryIn = (error: ApiError, now: number): number | undefined =>
  error.sent && error.kind === 'http' && asksToWait(error)
    ? retryDelay(error.retryAfter, now)
    : undefined

const asksToWait = ({ status }: ApiError) => status === 429 || status === 503

// Qovery's clients treat a 400 whose words contain "exist" as a conflict; "does not exist" is the opposite of one.
const saysItExists = (detail: string) =>
  /\bexist/i.test(detail) && !/(not|n't|no longer|never) exist/i.test(detail)
