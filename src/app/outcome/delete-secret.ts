import type { Client } from '../../qovery/client'
import { ApiError } from '../../qovery/errors'
import type { Secret } from '../../qovery/schema'
import { indexSecrets } from '../../qovery/secret-index'
import { alongUnread, find, relate, takenAlong } from '../relations/relate'
import { classify } from './classify'
import type { Clock } from './outcome'
import { attempt, readUntil } from './read-until'
import { findById, isUnchanged, sameId } from './same-secret'

/**
 * How a deletion ended.
 * deleted: by the answer or by the list · gone: the list had it no longer, or the server knew it no longer · changed: it is no longer what was agreed to,
 * nothing was sent · more: other secrets would go along than were agreed to, nothing was sent · unread: the list could not
 * be read first, nothing was sent · unreadable: an entry of it that cannot be read is the secret or may be it, nothing was
 * sent · refused: certainly not deleted · kept: the answer was lost, and the list still shows the secret · unknown: the
 * answer was lost, and the list cannot be read, or not that entry of it.
 */
export type Deletion =
  | { kind: 'deleted'; evidence: 'answer' | 'list' }
  | { kind: 'gone'; evidence: 'answer' | 'list' }
  | { kind: 'changed'; now: Secret }
  | { kind: 'more' | 'unreadable' }
  | { kind: 'unread' | 'refused' | 'kept'; error: ApiError }
  | { kind: 'unknown'; why: 'list' | 'entry'; error: ApiError }

export interface Deleting {
  projectId: string
  /** The secret as it stood on the screen when the deletion was agreed to. */
  seen: Secret
  /** Ids of what goes along, as agreed to, and how many entries that cannot be read. */
  along: readonly string[]
  unreadAlong: number
  /** How many entries of the list without an id are known to be something else; none where absent. */
  others?: number
  client: Pick<Client, 'deleteSecret' | 'listProjectSecrets'>
  clock: Clock
  /** Called before each look for what became of a lost answer, counted from 1. */
  onLook: (attempt: number) => void
}

/** Deletes a secret after reading that it still is what somebody agreed to delete, and finds out whether it happened. */
export const deleteSecret = async (deleting: Deleting): Promise<Deletion> => {
  const { projectId, seen, along, unreadAlong, others, client, clock, onLook } = deleting
  const list = () => client.listProjectSecrets(projectId)
  const before = await attempt(list)
  if (before instanceof ApiError) return { kind: 'unread', error: before }
  const now = findById(seen.id, before, others)
  if (now === 'unreadable') return { kind: 'unreadable' }
  const related = find(relate(before), seen.id)
  if (related === undefined) return { kind: 'gone', evidence: 'list' }
  if (!isUnchanged(seen, related.secret)) return { kind: 'changed', now: related.secret }
  const isAgreed =
    takenAlong(related).every(({ secret }) => along.some((id) => sameId(id, secret.id))) &&
    alongUnread(related, before).length <= unreadAlong
  if (!isAgreed) return { kind: 'more' }

  const error = await attempt(() => client.deleteSecret({ projectId, secretId: seen.id }))
  if (!(error instanceof ApiError)) return { kind: 'deleted', evidence: 'answer' }
  if (error.sent && error.kind === 'http' && error.status === 404)
    return { kind: 'gone', evidence: 'answer' }
  if (classify(error, clock.now()).kind !== 'unknown') return { kind: 'refused', error }
  // What had no id before was something else.
  const { idless } = indexSecrets(before)
  const looked = await readUntil({ list, clock, onLook }, (read) =>
    findById(seen.id, read, idless) === undefined ? true : undefined,
  )
  if (looked.kind === 'found') return { kind: 'deleted', evidence: 'list' }
  if (looked.kind === 'unread') return { kind: 'unknown', why: 'list', error }
  return findById(seen.id, looked.last, idless) === 'unreadable'
    ? { kind: 'unknown', why: 'entry', error }
    : { kind: 'kept', error }
}
