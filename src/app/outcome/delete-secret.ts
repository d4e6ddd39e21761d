import type { Client } from '../../qovery/client'
import { ApiError } from '../../qovery/errors'
import type { Secret } from '../../qovery/schema'
import { find, relate, takenAlong } from '../relations/relate'
import { classify } from './classify'
import type { Clock } from './outcome'
import { attempt, readUntil } from './read-until'
import { findById, isUnchanged, sameId } from './same-secret'

/**
 * How a deletion ended.
 * deleted: by the answer or by the list · gone: the list had it no longer, or the server knew it no longer · changed: it is no longer what was agreed to,
 * nothing was sent · more: other secrets would go along than were agreed to, nothing was sent · unread: the list could not
 * be read first, nothing was sent · refused: certainly not deleted · kept: the answer was lost, and the list still shows
 * the secret · unknown: the answer was lost, and the list cannot be read.
 */
export type Deletion =
  | { kind: 'deleted'; evidence: 'answer' | 'list' }
  | { kind: 'gone'; evidence: 'answer' | 'list' }
  | { kind: 'changed'; now: Secret }
  | { kind: 'more' }
  | { kind: 'unread' | 'refused' | 'kept'; error: ApiError }
  | { kind: 'unknown'; error: ApiError }

export interface Deleting {
  projectId: string
  /** The secret as it stood on the screen when the deletion was agreed to. */
  seen: Secret
  /** Ids of what goes along, as agreed to. */
  along: readonly string[]
  client: Pick<Client, 'deleteSecret' | 'listProjectSecrets'>
  clock: Clock
  /** Called before each look for what became of a lost answer, counted from 1. */
  onLook: (attempt: number) => void
}

/** Deletes a secret after reading that it still is what somebody agreed to delete, and finds out whether it happened. */
export const deleteSecret = async (deleting: Deleting): Promise<Deletion> => {
  const { projectId, seen, along, client, clock, onLook } = deleting
  const list = () => client.listProjectSecrets(projectId)
  const before = await attempt(list)
  if (before instanceof ApiError) return { kind: 'unread', error: before }
  const relations = relate(before)
  const related = find(relations, seen.id)
  if (related === undefined) return { kind: 'gone', evidence: 'list' }
  if (!isUnchanged(seen, related.secret)) return { kind: 'changed', now: related.secret }
  const agreed = takenAlong(related).every(({ secret }) =>
    along.some((id) => sameId(id, secret.id)),
  )
  if (!agreed) return { kind: 'more' }

  const error = await attempt(() => client.deleteSecret({ projectId, secretId: seen.id }))
  if (!(error instanceof ApiError)) return { kind: 'deleted', evidence: 'answer' }
  if (error.sent && error.kind === 'http' && error.status === 404)
    return { kind: 'gone', evidence: 'answer' }
  if (classify(error, clock.now()).kind !== 'unknown') return { kind: 'refused', error }
  const looked = await readUntil({ list, clock, onLook }, (secrets) =>
    findById(seen.id, secrets) === undefined ? true : undefined,
  )
  if (looked.kind === 'found') return { kind: 'deleted', evidence: 'list' }
  return looked.kind === 'nothing' ? { kind: 'kept', error } : { kind: 'unknown', error }
}
