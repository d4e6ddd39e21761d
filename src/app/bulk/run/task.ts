import type { ApiError } from '../../../qovery/errors'
import type { Secret } from '../../../qovery/schema'
import type { SecretIndex } from '../../../qovery/secret-index'
import type { JobRow } from './job'

/** How a row changes when something became of it. */
export type Ending = Partial<
  Pick<JobRow, 'state' | 'aliasId' | 'stamp' | 'reason' | 'requestId'>
> & {
  state: JobRow['state']
}

/** Why nothing more is sent: somebody cancelled the job, or the list could not be read before. */
export type Unsent = 'cancelled' | 'unread'

/** What a job does with each of its rows. */
export interface Task {
  call: (row: JobRow) => Promise<Secret | undefined>
  done: (row: JobRow, answer: Secret | undefined) => Ending
  /** A refusal that stands. */
  refused: (row: JobRow, error: ApiError) => Ending
  /** What a list says of a row whose answer was lost; undefined: it did not happen, as far as the list shows. */
  match: (row: JobRow, listed: SecretIndex) => Ending | undefined
  /** It did not happen, as far as a list shows, and is not tried any more. */
  absent: (row: JobRow, listed: SecretIndex) => Ending
  /** What a list says of a row before it is sent: it waits, unless somebody else was faster. */
  ready: (row: JobRow, listed: SecretIndex) => Ending
  /** It waited, and is not sent any more. */
  unsent: (row: JobRow, why: Unsent) => Ending
  /** What a list says of a row that has ended; undefined: nothing new. */
  compare: (row: JobRow, listed: SecretIndex) => Ending | undefined
}
