import * as z from 'zod/mini'
import type { Owner } from '../../../qovery/owner'
import { id, owner } from '../../../qovery/schema'
import { lostCall } from '../../operations/failure-text'
import { mark, operation } from '../../operations/operation'
import { isAsWanted, isOpen, result, unknown, type Result } from '../../operations/result'
import { undoOf } from '../../operations/undo'

/**
 * One row of a job: an operation that creates an alias or, where the job is undone, deletes it again. The ledger remembers
 * operations one by one; of a hundred thousand at once the journal keeps no more than it takes to make each anew. A row that
 * changes what is there has its operation whole, since that says what somebody saw when they agreed to it.
 */
export const jobRow = z.object({
  jobId: id,
  /** Its index among the job's rows. Its name, as those of `source…` below, is the one that journals in browsers have. */
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
  kind: z.enum(['create', 'edit', 'delete', 'repoint']),
  operation: z.optional(operation),
  /** How far that got; absent where nothing of it can have been heard. */
  mark: z.optional(mark),
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
  /** What the last list says of what was created, where it does not show it; unread: there was none to be read. */
  unlisted: z.optional(z.enum(['missing', 'unreadable', 'unread'])),
})
export type JobRow = z.infer<typeof jobRow>

export const job = z.object({
  id,
  projectId: id,
  /** What answers for Qovery: a job of the sandbox is never resumed against the real one. */
  upstream: z.string(),
  startedAt: z.number(),
  /** create: makes aliases · change: does to what is there what its rows say · undo: takes back what it did */
  task: z.enum(['create', 'change', 'undo']),
  /** What is done to each row; absent: aliases are made. */
  change: z.optional(z.enum(['edit', 'delete', 'repoint'])),
  state: z.enum(['running', 'paused', 'ended']),
  /** How it ended the last time: in words, and of how many rows that were to be sent. */
  end: z.optional(z.object({ title: z.string(), toSend: z.number() })),
  /** Whether another one took its place, so that the history alone leads to it. */
  isPutAway: z.optional(z.boolean()),
})
export type Job = z.infer<typeof job>

export const ownerOf = ({ projectId }: Pick<Job, 'projectId'>, row: JobRow): Owner =>
  row.owner ?? { kind: 'project', id: projectId }

/** What a journal knows after a crash: a row that was being sent may have been heard. */
export const recover = (row: JobRow): JobRow => {
  if (row.state !== 'sending') return row
  // An operation finds out by its mark what came of it, before it sends anything.
  if (row.operation !== undefined) return { ...row, state: 'waiting' }
  return { ...row, state: 'open', result: unknown('list', lostCall) }
}

export const isUnderWay = ({ state }: Pick<JobRow, 'state'>) =>
  state === 'waiting' || state === 'sending' || state === 'open'

/** Whether a row was to be sent: not what was left out of the plan, or was there before. */
export const isToSend = ({ state, tries, result: known }: JobRow) =>
  state !== 'skipped' && !(tries === 0 && known?.kind === 'conflict' && known.isSame)

/** Whether the list is to be asked what became of a row. */
export const isUnsure = ({ state, result: known }: JobRow) =>
  state === 'open' ||
  (state === 'ended' && known !== null && isOpen(known) && !isLeftMissing(known))

const isLeftMissing = (known: Result) => known.kind === 'refused' && known.left === 'missing'

/** Whether a re-pointing took its alias away and brought none back: nothing of that is unknown. */
export const isMissing = ({ state, result: known }: JobRow) =>
  state === 'ended' && known !== null && isLeftMissing(known)

/** Whether a row's alias is there, as far as is known, and the job made it; or whether the job's change can be undone. */
export const isMade = (row: JobRow): boolean => {
  const { kind, state, result: known, aliasId, unlisted } = row
  if (row.operation !== undefined) return undoOfRow(row) !== undefined
  if (aliasId === null || state === 'skipped') return false
  return kind === 'create'
    ? known?.kind === 'done' && unlisted !== 'missing'
    : state !== 'ended' || known === null || !isAsWanted(known, { kind })
}

/** Whether a row takes another operation back. */
export const isUndo = ({ operation: whole }: JobRow) => whole?.undoesId !== undefined

/** What takes a row's operation back; undefined where nothing does. */
export const undoOfRow = (row: JobRow) => {
  const { operation: whole, state, result: known } = row
  if (whole === undefined || isUndo(row) || state !== 'ended' || known === null) return undefined
  const undo = undoOf({ operation: whole, result: known })
  return 'wish' in undo ? undo.wish : undefined
}

/** Whether to go on with a row makes its alias again as it was, and nothing else: an undo does so as well. */
export const bringsBack = (row: JobRow) =>
  isMissing(row) || (isUnsure(row) && row.mark?.stage === 'restoring')

/** Whether a row did not come to be, as far as is known, and may be sent again. What is undone is not made again. */
export const canRetry = (row: JobRow, task: Job['task'] | undefined) => {
  const { state, kind, result: known } = row
  if (row.operation !== undefined)
    return bringsBack(row) || (isUndo(row) === (task === 'undo') && canSendAgain(row))
  if (task === 'undo') return isUnsure(row)
  if (state !== 'ended' || known === null || kind !== 'create') return false
  return isUnsure(row) || ['refused', 'stale', 'cancelled'].includes(known.kind)
}

// What is no longer what somebody saw when they agreed has to be looked at anew.
const canSendAgain = ({ state, result: known }: JobRow) =>
  state === 'ended' &&
  known !== null &&
  (isOpen(known) ||
    known.kind === 'refused' ||
    known.kind === 'cancelled' ||
    (known.kind === 'stale' && known.why === 'unread'))
