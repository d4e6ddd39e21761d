import type { Client } from '../../qovery/client'
import { ApiError } from '../../qovery/errors'
import type { Secret } from '../../qovery/schema'
import { classify } from './classify'
import { holdersOf } from './holders'
import type { Clock } from './outcome'
import { attempt, look, readUntil } from './read-until'
import { findById, isUnchanged, sameId } from './same-secret'

/**
 * How an edit ended.
 * edited: by the answer or by the list · gone: somebody deleted the secret · changed: somebody edited it meanwhile, nothing
 * was sent · unread: the list could not be read first, nothing was sent · taken: another secret has the key · refused:
 * certainly not edited · kept: the answer was lost, and the list shows it as it was · unknown: and the list cannot be read.
 */
export type Edit =
  | { kind: 'edited'; secret: Secret }
  | { kind: 'gone' }
  | { kind: 'changed'; now: Secret }
  | { kind: 'taken'; holder: Secret | undefined; error: ApiError }
  | { kind: 'unread' | 'refused' | 'kept' | 'unknown'; error: ApiError }

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
  if (!isUnchanged(seen, now) || textOf(seen) !== textOf(now)) return { kind: 'changed', now }

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
    const holders = holdersOf(key, (await look(list)) ?? [])
    return { kind: 'taken', holder: holders.find(({ id }) => !sameId(id, seen.id)), error }
  }
  const looked = await readUntil<Edit>({ list, clock, onLook }, (secrets) => {
    const found = findById(seen.id, secrets)
    if (found === undefined) return { kind: 'gone' }
    const isEdited = found.key === key && textOf(found) === (description ?? '')
    return isEdited ? { kind: 'edited', secret: found } : undefined
  })
  if (looked.kind === 'found') return looked.found
  return { kind: looked.kind === 'nothing' ? 'kept' : 'unknown', error }
}

// Null and empty both say that there is none.
const textOf = ({ description }: Secret) => description ?? ''
