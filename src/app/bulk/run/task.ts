import type { ApiError } from '../../../qovery/errors'
import type { Secret } from '../../../qovery/schema'
import type { JobRow } from './job'

/** How a row changes when something became of it. */
export type Ending = Partial<
  Pick<JobRow, 'state' | 'aliasId' | 'stamp' | 'reason' | 'requestId'>
> & {
  state: JobRow['state']
}

/** What a list says, by id and by key. */
export interface Listed {
  byId: ReadonlyMap<string, Secret>
  byKey: ReadonlyMap<string, readonly Secret[]>
}

export const indexList = (secrets: readonly Secret[]): Listed => {
  const byKey = new Map<string, Secret[]>()
  for (const secret of secrets) byKey.set(secret.key, [...(byKey.get(secret.key) ?? []), secret])
  return { byId: new Map(secrets.map((secret) => [secret.id, secret])), byKey }
}

/** What a job does with each of its rows. */
export interface Task {
  call: (row: JobRow) => Promise<Secret | undefined>
  done: (row: JobRow, answer: Secret | undefined) => Ending
  /** A refusal that stands. */
  refused: (row: JobRow, error: ApiError) => Ending
  /** What a list says of a row whose answer was lost; undefined: it did not happen, as far as the list shows. */
  match: (row: JobRow, listed: Listed) => Ending | undefined
  /** It did not happen, and is not tried any more. */
  absent: (row: JobRow) => Ending
  /** It was never sent. */
  cancelled: (row: JobRow) => Ending
}
