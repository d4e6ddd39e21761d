import type { SecretIndex } from '../../../qovery/secret-index'
import { endCreation } from './create-task'
import { isUnderWay, type Job, type JobRow } from './job'
import { readyToDelete } from './undo-task'

/**
 * Readies the rows of a job for its undo: what it created and nobody changed since waits to be deleted.
 * @param task what the job did last
 * @param listed the list of now
 */
export const undoRows = (
  task: Job['task'],
  rows: readonly JobRow[],
  listed: SecretIndex,
): JobRow[] =>
  rows.map((row) => {
    const ended =
      task === 'create' && isUnderWay(row) ? { ...row, ...endCreation(row, listed) } : row
    return prepared(ended, listed)
  })

const prepared = (row: JobRow, listed: SecretIndex): JobRow => {
  if (row.state === 'waiting') return { ...row, ...readyToDelete(row, listed) }
  if (row.state !== 'created' || row.aliasId === null) return row
  // What it was sent for was its creation.
  const unsent = { ...row, tries: 0, sentAt: undefined }
  return { ...unsent, ...readyToDelete(unsent, listed) }
}
