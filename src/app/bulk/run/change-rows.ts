import { agreedTo } from '../../operations/agreed'
import type { Operation } from '../../operations/operation'
import { isOpen } from '../../operations/result'
import type { PlannedChange } from '../plan/plan-changes'
import { bringsBack, undoOfRow, type Job, type JobRow } from './job'

/** The rows of a job that changes what is there: everything that was planned, so that the report leaves nothing out. */
export const rowsOfChanges = (
  { id, projectId, startedAt, change }: Pick<Job, 'id' | 'projectId' | 'startedAt' | 'change'>,
  planned: readonly PlannedChange[],
): JobRow[] =>
  planned.map(({ owner, where, key, target, secret, verdict, operation, reason }, index) => ({
    jobId: id,
    place: index,
    at: index + 1,
    ...(owner.id === projectId ? {} : { owner, where }),
    key,
    source: target,
    secretId: secret?.aliased_secret?.id ?? null,
    sourceKey: null,
    description: secret?.description ?? null,
    interpolation: secret?.enable_interpolation_in_file ?? null,
    operationId: operation?.id ?? crypto.randomUUID(),
    kind: operation?.kind ?? change ?? 'edit',
    ...(verdict === 'send' && operation !== undefined
      ? { operation: { ...operation, agreedAt: startedAt }, state: 'waiting', note: '' }
      : { state: 'skipped', note: reason }),
    tries: 0,
    result: null,
    aliasId: secret?.id ?? null,
    stamp: null,
  }))

/** Readies a change that did not happen, or of which nothing is known, to be tried again: that looks first. */
export const retriedChange = (row: JobRow, operation: Operation): JobRow => {
  const { result } = row
  const again: JobRow = { ...row, state: 'waiting', result: null, tries: 0 }
  if (result !== null && isOpen(result)) return again
  // What was brought back has another id.
  const restored = result?.kind === 'refused' ? result.secret : null
  const next = { ...operation, id: crypto.randomUUID() }
  const seen = restored === null || next.kind === 'create' ? next : { ...next, seen: restored }
  return withOperation(again, seen)
}

/** Readies a row for the undo of its job; one that cannot be taken back stays as it is, and what is missing is brought back. */
export const undoOfChange = (row: JobRow): JobRow => {
  if (bringsBack(row) && row.operation !== undefined) return retriedChange(row, row.operation)
  const undo = undoOfRow(row)
  if (undo === undefined) return row
  return withOperation({ ...row, state: 'waiting', result: null, tries: 0 }, agreedTo(undo))
}

const withOperation = (row: JobRow, operation: Operation): JobRow => ({
  ...row,
  operation,
  operationId: operation.id,
  kind: operation.kind,
  mark: undefined,
  sentAt: undefined,
})
