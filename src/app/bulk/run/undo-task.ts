import type { ApiError } from '../../../qovery/errors'
import type { JobRow } from './job'
import type { Listed, Task } from './task'

/** Deletes what a job made. A row that is not deleted stays what it was: created. */
export const undoTask = (
  call: (row: JobRow) => Promise<undefined>,
  say: (error: ApiError) => string,
): Task => ({
  call,
  done: () => ({ state: 'undone', reason: '' }),
  refused: (_, error) =>
    error.status === 404
      ? { state: 'undone', reason: 'It was gone already.' }
      : { state: 'created', reason: `Not deleted. ${say(error)}` },
  match: ({ aliasId }, { byId }) =>
    aliasId !== null && byId.has(aliasId) ? undefined : { state: 'undone', reason: '' },
  absent: () => ({ state: 'created', reason: 'Not deleted: the answer was lost each time.' }),
  cancelled: () => ({ state: 'created', reason: '' }),
})

/** Readies the rows for an undo: those that somebody changed since stay, and say so. */
export const prepareUndo = (row: JobRow, { byId }: Listed): JobRow => {
  if (row.state !== 'created' || row.aliasId === null) return row
  const alias = byId.get(row.aliasId)
  if (alias === undefined) return { ...row, state: 'disappeared', reason: 'It is gone already.' }
  const changed =
    alias.key !== row.key ||
    (alias.description ?? '') !== (row.description ?? '') ||
    alias.aliased_secret?.id.toLowerCase() !== row.secretId?.toLowerCase() ||
    (row.stamp !== null && (alias.updated_at ?? row.stamp) !== row.stamp)
  return changed
    ? { ...row, reason: 'Not deleted: somebody changed it since.' }
    : { ...row, state: 'waiting', tries: 0, reason: '' }
}
