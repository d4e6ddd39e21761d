import type { ApiError } from '../../qovery/errors'
import type { Owner } from '../../qovery/owner'
import type { Secret, SecretList } from '../../qovery/schema'
import type { SecretCalls } from '../../qovery/secret-calls'
import type { Clock } from '../data/clock'
import type { Mark, Operation, Stage } from './operation'
import type { Result } from './result'

/** What an operation that is under way waits for; of a re-pointing with the stage that it is in. */
export type Progress = { stage?: Stage } & (
  | { kind: 'sending' }
  /** The server asked to wait; `until` in epoch milliseconds. */
  | { kind: 'waiting'; until: number; failure: ApiError }
  /** The answer was lost: the list is being read, for the `attempt`th time of `attempts`. */
  | { kind: 'confirming'; attempt: number; attempts: number; failure: ApiError }
)

export interface Running {
  client: SecretCalls
  clock: Clock
  /** Ends a wait for a time the server named; a call under way is never cut off, it may have been heard. */
  cancel: AbortSignal
  newId: () => string
  /** Whether the server can be reached at all, as far as that is known without sending anything. */
  isReached: (owner: Owner) => Promise<boolean>
  /** Keeps how far it got. It is waited for, so that nothing is sent that is not remembered. */
  save: (mark: Mark) => Promise<void>
  onProgress: (progress: Progress) => void
}

/** What a list says of an operation whose answer was lost. unreadable: the entry in question cannot be read. */
export type Found = Result | 'not shown' | 'unreadable'

/** One kind of operation that is a single call. */
export interface Kind<Of extends Operation> {
  /** Why it must not be sent, by a list that was read just before; absent where no list has to be read first. */
  judge?: (operation: Of, list: SecretList) => Result | undefined
  /** `list` is what was read before, where it had to be. */
  send: (operation: Of, client: SecretCalls, list?: SecretList) => Promise<Secret | null>
  /** How often it is sent again where the server named a time. */
  retries: number
  /** What a 404 means: what it was about is gone. Absent: a refusal like any other. */
  notFound?: Result
  /** What a conflict means, by a list that was read after it, where that could be read; absent: a refusal. */
  conflict?: (operation: Of, list: SecretList | undefined, failure: ApiError) => Result
  /** What a list shows of it that was read after it was sent. */
  find: (operation: Of, list: SecretList, mark: Mark, failure: ApiError) => Found
}
