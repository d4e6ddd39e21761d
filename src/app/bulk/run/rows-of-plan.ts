import { interpolates } from '../../../qovery/interpolates'
import type { PlannedRow } from '../plan/plan'
import type { JobRow } from './job'

/** The rows of a job: everything that was planned, so that the report leaves nothing out. */
export const rowsOfPlan = (jobId: string, planned: readonly PlannedRow[]): JobRow[] =>
  planned.map((row, place) => ({
    jobId,
    place,
    at: row.at,
    key: row.key,
    source: row.target,
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

const stateOf = ({ verdict, reason }: PlannedRow): Pick<JobRow, 'state' | 'reason'> => {
  if (verdict === 'create') return { state: 'waiting', reason: '' }
  return { state: verdict === 'exists' ? 'existed' : 'left', reason }
}
