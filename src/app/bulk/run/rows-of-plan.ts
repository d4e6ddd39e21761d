import { interpolates } from '../../../qovery/interpolates'
import { withoutValue } from '../plan/leave-out-values'
import type { PlannedRow } from '../plan/plan'
import type { JobRow } from './job'

/** The rows of a job: everything that was planned, so that the report leaves nothing out. */
export const rowsOfPlan = (jobId: string, planned: readonly PlannedRow[]): JobRow[] =>
  planned.map((row, place) => ({
    jobId,
    place,
    at: row.at,
    key: row.key,
    source: withoutValue(row).target,
    secretId: row.secret?.id ?? null,
    sourceKey: row.secret?.key ?? null,
    description: row.description,
    interpolation: interpolates(row, row.secret),
    submissionId: crypto.randomUUID(),
    ...stateOf(row),
    tries: 0,
    aliasId: null,
    stamp: null,
    requestId: null,
  }))

const stateOf = (row: PlannedRow): Pick<JobRow, 'state' | 'reason'> => {
  const { verdict, reason } = row
  if (verdict === 'create') return { state: 'waiting', reason: '' }
  // What may be the value of a secret is not stored, in a reason either.
  if (withoutValue(row) !== row)
    return {
      state: 'left',
      reason: 'The project’s list has no secret with the name that stood here.',
    }
  return { state: verdict === 'exists' ? 'existed' : 'left', reason }
}
