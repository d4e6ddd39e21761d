import * as z from 'zod/mini'
import type { Owner } from '../../../qovery/owner'
import { id, owner } from '../../../qovery/schema'
import { lostCall } from '../../operations/failure-text'
import { isAsWanted, isOpen, result, unknown } from '../../operations/result'

/**
 * One row of a job: an operation that creates an alias or, where the job is undone, deletes it again. The ledger remembers
 * operations one by one; of a hundred thousand at once the journal keeps no more than it takes to make each anew.
 */
export const jobRow = z.object({
  jobId: id,
  /** Its number among the job's rows, from 0. */
  place: z.number(),
  /** Its line in the input. */
  at: z.number(),
  /** What owns the alias; absent: the job's project. */
  owner: z.optional(owner),
  /** What a person calls that. */
  where: z.optional(z.string()),
  key: z.string(),
  /** The target as it was written, and what it was found to mean. */
  source: z.string(),
  secretId: z.nullable(id),
  sourceKey: z.nullable(z.string()),
  description: z.nullable(z.string()),
  interpolation: z.nullable(z.boolean()),
  /** The operation's id: one for the row, however often it is sent, until it is refused for sure. */
  operationId: id,
  kind: z.enum(['create', 'delete']),
  /** skipped: left out of the plan · open: its answer was lost, or says that somebody has the key; the list is asked */
  state: z.enum(['skipped', 'waiting', 'sending', 'open', 'ended']),
  /** Why it was skipped, in a sentence. */
  note: z.string(),
  /** How often it was sent. */
  tries: z.number(),
  /** When the first call was made that can have been heard, in epoch milliseconds; absent where there is none. */
  sentAt: z.optional(z.number()),
  /** How many entries of the list without an id were something else before it was sent; absent: none. */
  idless: z.optional(z.number()),
  /** What became of it; of one that is open, what is to be told as long as no list can be read. */
  result: z.nullable(result),
  /** Id of the alias, and its `updated_at` when it was last seen as this job made it. */
  aliasId: z.nullable(id),
  stamp: z.nullable(z.string()),
  /** What the last list says of what was created, where it does not show it. */
  unlisted: z.optional(z.enum(['missing', 'unreadable'])),
})
export type JobRow = z.infer<typeof jobRow>

export const job = z.object({
  id,
  projectId: id,
  /** What answers for Qovery: a job of the sandbox is never resumed against the real one. */
  upstream: z.string(),
  startedAt: z.number(),
  task: z.enum(['create', 'undo']),
  state: z.enum(['running', 'paused', 'ended']),
})
export type Job = z.infer<typeof job>

export const ownerOf = ({ projectId }: Pick<Job, 'projectId'>, row: JobRow): Owner =>
  row.owner ?? { kind: 'project', id: projectId }

/** What a journal knows after a crash: a row that was being sent may have been heard. */
export const recover = (row: JobRow): JobRow =>
  row.state === 'sending' ? { ...row, state: 'open', result: unknown('list', lostCall) } : row

export const isUnderWay = ({ state }: Pick<JobRow, 'state'>) =>
  state === 'waiting' || state === 'sending' || state === 'open'

/** Whether the list is to be asked what became of a row. */
export const isUnsure = ({ state, result: known }: JobRow) =>
  state === 'open' || (state === 'ended' && known !== null && isOpen(known))

/** Whether a row's alias is there, as far as is known, and the job made it. */
export const isMade = ({ kind, state, result: known, aliasId, unlisted }: JobRow) =>
  aliasId !== null &&
  (kind === 'create'
    ? known?.kind === 'done' && unlisted !== 'missing'
    : state !== 'ended' || known === null || !isAsWanted(known, { kind }))

/** Whether a row did not come to be, as far as is known, and may be sent again. What is undone is not made again. */
export const canRetry = (row: JobRow, task: Job['task'] | undefined) => {
  const { state, kind, result: known } = row
  if (task === 'undo') return isUnsure(row)
  if (state !== 'ended' || known === null || kind !== 'create') return false
  return isUnsure(row) || ['refused', 'stale', 'cancelled'].includes(known.kind)
}
