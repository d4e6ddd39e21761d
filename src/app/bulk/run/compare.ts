import type { SecretIndex } from '../../../qovery/secret-index'
import type { JobRow } from './job'
import { madeBy } from './made-by'
import type { Ending } from './task'

/** Holds a finished job against the list: what is there, what is not, and what went missing meanwhile. */
export const compare = (row: JobRow, listed: SecretIndex): Ending | undefined => {
  const { byId, byKey } = listed
  if (row.state === 'created') {
    const alias = row.aliasId === null ? undefined : byId.get(row.aliasId)
    if (alias !== undefined) return { state: 'created', stamp: alias.updated_at }
    if (isUnreadable(row, listed))
      return { state: 'created', reason: 'It was created; its entry of the list cannot be read.' }
    return {
      state: 'disappeared',
      reason: `It was created, and is no longer in the list${asFarAsRead(listed)}.`,
    }
  }
  if (row.secretId === null || row.state === 'existed' || row.state === 'undone') return undefined
  const existing = (byKey.get(row.key) ?? []).find(
    ({ aliased_secret }) => aliased_secret?.id === row.secretId,
  )
  if (existing === undefined || row.state === 'left') return undefined
  // It was sent, nobody said no, and now it is there: the commit came later than anybody looked.
  if (row.state === 'absent') return { ...madeBy(existing), reason: '' }
  return {
    state: 'existed',
    aliasId: existing.id,
    reason: 'It is there now, made by something else.',
  }
}

/** Whether an entry that cannot be read says that it is a row's alias. */
export const isUnreadable = (
  { key, aliasId }: JobRow,
  { unreadableIds, unreadableKeys }: SecretIndex,
) => unreadableKeys.has(key) || (aliasId !== null && unreadableIds.has(aliasId))

/** What is added to a sentence that says what a list does not have. */
export const asFarAsRead = ({ idless }: SecretIndex) =>
  idless === 0 ? '' : ', as far as the list can be read'
