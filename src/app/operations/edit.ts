import { isWhole, type SecretList } from '../../qovery/schema'
import { indexSecrets } from '../../rules/secret-index'
import type { Kind } from './kind'
import { existingOf } from './match-alias'
import type { EditOperation } from './operation'
import { stale } from './result'
import { findById, isUnchanged, textOf } from './same-secret'

/** Why a secret must not be edited as it was seen, by a list that was read just before. */
export const judgeEdit = ({ seen }: Pick<EditOperation, 'seen'>, list: SecretList) => {
  const now = findById(seen.id, list)
  if (now === undefined) return stale('gone')
  if (now === 'unreadable') return stale('unreadable')
  if (!isUnchanged(seen, now) || textOf(seen) !== textOf(now)) return stale('changed', { now })
  // What could not be read would be lost.
  return isWhole(now) ? undefined : stale('unreadable')
}

export const edit: Kind<EditOperation> = {
  judge: judgeEdit,
  send: ({ owner, seen, key, description }, client, list) =>
    client.editSecret(
      { owner, secretId: seen.id },
      {
        key,
        description,
        // As it is: what leaving it out would do is not documented.
        enable_interpolation_in_file: interpolationOf(seen.id, list),
      },
    ),
  retries: 0,
  notFound: stale('gone', { sent: true }),
  conflict: ({ owner, key, seen }, list, failure) => ({
    kind: 'conflict',
    existing: existing({ owner, key, seen }, list),
    isSame: false,
    failure,
  }),
  find: ({ seen, key, description }, list, { idless }) => {
    const found = findById(seen.id, list, idless)
    if (found === undefined) return stale('gone', { sent: true })
    if (found === 'unreadable' || !isWhole(found)) return 'unreadable'
    return found.key === key && textOf(found) === textOf({ description })
      ? { kind: 'done', by: 'list', secret: found }
      : 'not shown'
  },
}

const interpolationOf = (id: string, list: SecretList | undefined) => {
  const now = list && findById(id, list)
  return typeof now === 'object' ? now.enable_interpolation_in_file : null
}

const existing = (
  { owner, key, seen }: Pick<EditOperation, 'owner' | 'key' | 'seen'>,
  list: SecretList | undefined,
) => {
  if (list === undefined) return 'unreadable'
  const index = indexSecrets(list)
  return (
    existingOf(key, index, owner).find(({ id }) => id !== seen.id) ??
    // An entry without a key may be it.
    (index.unreadableKeys.has(key) || index.keyless > 0 ? 'unreadable' : null)
  )
}
