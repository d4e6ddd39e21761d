import { interpolates } from '../../../rules/interpolates'
import type { Result } from '../../operations/result'
import { ownerWord } from '../../words/owner-word'
import { withoutValue } from '../plan/leave-out-values'
import type { PlacedRow } from '../plan/whole-plan'
import { retriedChange, undoOfChange } from './change-rows'
import { canRetry, isMade, isUnsure, type Job, type JobRow } from './job'
import { toDelete } from './row-steps'

/** The rows of a job: everything that was planned, so that the report leaves nothing out. */
export const rowsOfPlan = (jobId: string, planned: readonly PlacedRow[]): JobRow[] =>
  planned.map((row, index) => ({
    jobId,
    place: index,
    at: row.at,
    ...(row.where === undefined ? {} : { owner: row.owner, where: row.where }),
    key: row.key,
    source: withoutValue(row).target,
    secretId: row.secret?.id ?? null,
    sourceKey: row.secret?.key ?? null,
    description: row.description,
    interpolation: interpolates(row, row.secret),
    operationId: crypto.randomUUID(),
    kind: 'create',
    ...stateOf(row),
    tries: 0,
    aliasId: null,
    stamp: null,
  }))

const stateOf = (row: PlacedRow): Pick<JobRow, 'state' | 'note' | 'result'> => {
  const { verdict, reason } = row
  if (verdict === 'create') return { state: 'waiting', note: '', result: null }
  if (verdict === 'exists') return { state: 'ended', note: '', result: sameExists }
  // What may be the value of a secret is not stored, in a reason either.
  const note =
    withoutValue(row) === row
      ? reason
      : `The ${ownerWord(row.owner)}’s list has no secret with the name that stood here.`
  return { state: 'skipped', note, result: null }
}

const sameExists: Result = { kind: 'conflict', existing: null, isSame: true, failure: null }

/**
 * Readies what did not come to be to be sent again, and what is open to be confirmed. A row keeps its idempotency key
 * while something of it may exist.
 */
export const retryRows = (task: Job['task'], rows: readonly JobRow[]): JobRow[] =>
  rows.map((row) => (canRetry(row, task) ? retried(task, row) : row))

const retried = (task: Job['task'], row: JobRow): JobRow => {
  if (row.operation !== undefined) return retriedChange(row, row.operation)
  const again = { ...row, tries: 0 }
  const isOpen = row.result?.kind === 'unknown' || (task === 'undo' && row.kind === 'create')
  // What became of it is looked for before it is sent again.
  if (isOpen) return { ...again, state: 'open' }
  // A refusal is kept by the server, and repeated to its key: only another operation is judged anew.
  const isRefused = row.result?.kind === 'refused'
  const operationId = isRefused ? crypto.randomUUID() : row.operationId
  return { ...again, operationId, state: 'waiting', result: null }
}

/** Readies the rows of a job for its undo: what it created is to be deleted, and what is open is looked for. */
export const undoRows = (rows: readonly JobRow[]): JobRow[] =>
  rows.map((row) => {
    if (row.operation !== undefined) return undoOfChange(row)
    if (isUnsure(row)) return { ...row, state: 'open', tries: 0 }
    return isMade(row) && row.state === 'ended' ? toDelete(row) : row
  })
