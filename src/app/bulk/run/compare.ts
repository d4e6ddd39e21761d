import type { JobRow } from './job'
import { madeBy } from './made-by'
import type { Ending, Listed } from './task'

/** Holds a finished job against the list: what is there, what is not, and what went missing meanwhile. */
export const compare = (row: JobRow, { byId, byKey }: Listed): Ending | undefined => {
  if (row.state === 'created') {
    const alias = row.aliasId === null ? undefined : byId.get(row.aliasId)
    return alias === undefined
      ? { state: 'disappeared', reason: 'It was created, and is no longer in the list.' }
      : { state: 'created', stamp: alias.updated_at ?? null }
  }
  if (row.secretId === null || row.state === 'existed' || row.state === 'undone') return undefined
  const holder = (byKey.get(row.key) ?? []).find(
    ({ aliased_secret }) => aliased_secret?.id.toLowerCase() === row.secretId?.toLowerCase(),
  )
  if (holder === undefined || row.state === 'left') return undefined
  // It was sent, nobody said no, and now it is there: the commit came later than anybody looked.
  if (row.state === 'absent') return { ...madeBy(holder), reason: '' }
  return {
    state: 'existed',
    aliasId: holder.id,
    reason: 'It is there now, made by something else.',
  }
}
