import type { SecretIndex } from '../../../qovery/secret-index'
import { canRetry } from './can-retry'
import { readyToCreate } from './create-task'
import { isUnderWay, type JobRow } from './job'

/**
 * Readies the rows of a job that creates and that did not come to be. A row keeps its idempotency key while something
 * of it may exist.
 * @param listed the list of now
 */
export const retryRows = (rows: readonly JobRow[], listed: SecretIndex): JobRow[] =>
  rows.map((row) => (canRetry(row, 'create') ? retried(row, listed) : row))

const retried = (row: JobRow, listed: SecretIndex): JobRow => {
  const again = { ...row, tries: 0 }
  // What became of it is looked for before it is sent again.
  if (isUnderWay(row) && row.state !== 'waiting') return again
  // A refusal is kept by the server, and repeated to its key: only another submission is judged anew.
  const submissionId = row.state === 'refused' ? crypto.randomUUID() : row.submissionId
  return { ...again, submissionId, reason: '', requestId: null, ...readyToCreate(row, listed) }
}
