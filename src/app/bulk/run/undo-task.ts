import type { ApiError } from '../../../qovery/errors'
import type { Secret } from '../../../qovery/schema'
import type { SecretIndex } from '../../../qovery/secret-index'
import { asFarAsRead, compare, isUnreadable } from './compare'
import { endCreation } from './create-task'
import type { JobRow } from './job'
import type { Ending, Task, Unsent } from './task'

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
  match: (row, listed) => {
    // What the creation left open has no id yet: that the list does not show it is no deletion.
    if (row.aliasId === null) return endCreation(row, listed)
    return aliasOf(row, listed) ? undefined : undone(row, listed)
  },
  absent: () => ({ state: 'created', reason: 'Not deleted: the answer was lost each time.' }),
  ready: readyToDelete,
  unsent: (_, why) => ({ state: 'created', reason: unsentReasons[why] }),
  // What was seen as this job made it is not seen anew: else a change would be taken for the job's own.
  compare: (row, listed) =>
    row.state === 'created' && aliasOf(row, listed) ? undefined : compare(row, listed),
})

const unsentReasons: Record<Unsent, string> = {
  cancelled: 'Not deleted: the undo was cancelled.',
  unread: 'Not deleted: the project’s list could not be read.',
}

/** What became of a DELETE whose answer was lost, where a list does not show what was to be deleted. */
const undone = (row: JobRow, listed: SecretIndex): Ending =>
  isUnreadable(row, listed)
    ? { state: 'unknown', reason: 'The answer was lost, and its entry of the list cannot be read.' }
    : { state: 'undone', reason: listed.idless === 0 ? '' : `It is gone${asFarAsRead(listed)}.` }

/** What a list says of an alias before it is deleted: what others changed or deleted since is left alone. */
export const readyToDelete = (row: JobRow, listed: SecretIndex): Ending => {
  if (row.aliasId === null) return endCreation(row, listed)
  const alias = aliasOf(row, listed)
  if (alias === undefined) {
    if (row.sentAt !== undefined) return undone(row, listed)
    return isUnreadable(row, listed)
      ? unreadable
      : { state: 'disappeared', reason: `It is gone already${asFarAsRead(listed)}.` }
  }
  if (listed.unreadableIds.has(alias.id) || !isComparable(alias)) return unreadable
  const changed =
    alias.key !== row.key ||
    (alias.description ?? '') !== (row.description ?? '') ||
    alias.aliased_secret?.id !== row.secretId ||
    (row.stamp !== null && (alias.updated_at ?? row.stamp) !== row.stamp)
  return changed
    ? { state: 'created', reason: 'Not deleted: somebody changed it since.' }
    : { state: 'waiting', reason: '' }
}

const unreadable: Ending = {
  state: 'created',
  reason: 'Not deleted: its entry of the list cannot be read, or not in full.',
}

// Whether what tells that somebody changed it could be read.
const isComparable = ({ unread = [] }: Secret) =>
  !unread.includes('description') && !unread.includes('updated_at')

const aliasOf = ({ aliasId }: JobRow, { byId }: SecretIndex) =>
  aliasId === null ? undefined : byId.get(aliasId)
