import type { ApiError } from '../../qovery/errors'
import type { Secret } from '../../qovery/schema'

/**
 * How a submission ended.
 * created: by the answer or by the list · refused: certainly not created · existed: the same alias was there before ·
 * taken: the key belongs to something else, named where the list shows it · absent: the list shows no such alias, but for
 * its `keyless` entries that cannot be read and may be any · unknown: the list could not be read, or not the entry of it
 * that has the key, so nothing is certain · cancelled: by a person, while the server made it wait.
 */
export type Outcome =
  | { kind: 'created'; secret: Secret; evidence: 'answer' | 'list' }
  | { kind: 'refused'; error: ApiError }
  | { kind: 'existed'; secret: Secret; error: ApiError }
  | { kind: 'taken'; holder?: Secret; error: ApiError }
  | { kind: 'absent'; keyless: number; error: ApiError }
  | { kind: 'unknown'; why: 'list' | 'entry'; error: ApiError }
  | { kind: 'cancelled' }

export type Progress =
  | { kind: 'sending' }
  /** The server asked to wait; `until` in epoch milliseconds. */
  | { kind: 'waiting'; until: number; error: ApiError }
  /** The answer was lost: the list is being read, for the `attempt`th time of `attempts`. */
  | { kind: 'checking'; attempt: number; attempts: number; error: ApiError }

/** Time as the procedures see it, so that tests need not wait. */
export interface Clock {
  now: () => number
  /** Resolves after `milliseconds`, or as soon as it is cancelled. */
  sleep: (milliseconds: number, cancel?: AbortSignal) => Promise<void>
}
