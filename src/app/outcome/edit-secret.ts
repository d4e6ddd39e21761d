import type { Client } from '../../qovery/client'
import { ApiError } from '../../qovery/errors'
import { isWhole, type Secret, type SecretList } from '../../qovery/schema'
import { indexSecrets } from '../../qovery/secret-index'
import { classify } from './classify'
import { holdersOf } from './holders'
import type { Clock } from './outcome'
import { attempt, look, readUntil } from './read-until'
import { findById, isUnchanged, sameId } from './same-secret'

/**
 * How an edit ended.
 * edited: by the answer or by the list · gone: somebody deleted the secret · changed: somebody edited it meanwhile, nothing
 * was sent · unread: the list could not be read first, nothing was sent · unreadable: the same of the secret's entry, or of
 * a part of it that would be lost · taken: another secret has the key · refused: certainly not edited · kept: the answer was
 * lost, and the list shows it as it was · unknown: and the list cannot be read, or not the secret's entry.
 */
export type Edit =
  | { kind: 'edited'; secret: Secret }
  | { kind: 'gone' | 'unreadable' }
  | { kind: 'changed'; now: Secret }
  | { kind: 'taken'; holder: Secret | undefined | 'unreadable'; error: ApiError }
  | { kind: 'unread' | 'refused' | 'kept'; error: ApiError }
  | { kind: 'unknown'; why: 'list' | 'entry'; error: ApiError }

export interface Editing {
  projectId: string
  /** The secret as it stood on the screen when editing began. */
  seen: Secret
  key: string
  /** Null for none. */
  description: string | null
  client: Pick<Client, 'editSecret' | 'listProjectSecrets'>
  clock: Clock
  onLook: (attempt: number) => void
}

/** Gives a secret another key or description, and finds out whether it happened. Its value is never part of it. */
export const editSecret = async (editing: Editing): Promise<Edit> => {
  const { projectId, seen, key, description, client, clock, onLook } = editing
  const list = () => client.listProjectSecrets(projectId)
  const before = await attempt(list)
  if (before instanceof ApiError) return { kind: 'unread', error: before }
  const now = findById(seen.id, before)
  if (now === undefined) return { kind: 'gone' }
  if (now === 'unreadable') return { kind: 'unreadable' }
  if (!isUnchanged(seen, now) || textOf(seen) !== textOf(now)) return { kind: 'changed', now }
  if (!isWhole(now)) return { kind: 'unreadable' }

  const answer = await attempt(() =>
    client.editSecret(
      { projectId, secretId: seen.id },
      {
        key,
        description,
        // As it is: what leaving it out would do is not documented.
        enable_interpolation_in_file: now.enable_interpolation_in_file ?? null,
      },
    ),
  )
  if (!(answer instanceof ApiError)) return { kind: 'edited', secret: answer }
  const error = answer
  if (error.sent && error.kind === 'http' && error.status === 404) return { kind: 'gone' }
  const verdict = classify(error, clock.now())
  if (verdict.kind === 'not-created') return { kind: 'refused', error }
  if (verdict.kind === 'conflict') {
    return { kind: 'taken', holder: holderOf(key, seen, await look(list)), error }
  }
  // What had no id before was something else.
  const { idless } = indexSecrets(before)
  const foundIn = (read: SecretList) => {
    const found = findById(seen.id, read, idless)
    return typeof found === 'object' && !isWhole(found) ? 'unreadable' : found
  }
  const looked = await readUntil<Edit>({ list, clock, onLook }, (read) => {
    const found = foundIn(read)
    if (found === undefined) return { kind: 'gone' }
    if (found === 'unreadable') return undefined
    const isEdited = found.key === key && textOf(found) === (description ?? '')
    return isEdited ? { kind: 'edited', secret: found } : undefined
  })
  if (looked.kind === 'found') return looked.found
  if (looked.kind === 'unread') return { kind: 'unknown', why: 'list', error }
  return foundIn(looked.last) === 'unreadable'
    ? { kind: 'unknown', why: 'entry', error }
    : { kind: 'kept', error }
}

const holderOf = (key: string, seen: Secret, list: SecretList | undefined) => {
  if (list === undefined) return undefined
  const index = indexSecrets(list)
  return (
    holdersOf(key, index).find(({ id }) => !sameId(id, seen.id)) ??
    (index.unreadableKeys.has(key) ? 'unreadable' : undefined)
  )
}

// Null and empty both say that there is none.
const textOf = ({ description }: Secret) => description ?? ''
