import { aliasDisabledReason } from '../../rules/alias-target'
import { findId } from '../../rules/console-link'
import type { OwnerRef } from '../../qovery/owner'
import type { Secret, SecretList } from '../../qovery/schema'
import { indexSecrets } from '../../rules/secret-index'

type FoundTarget = { secret: Secret } | { problem: string }

/** Why a secret is no target; undefined where it is one. */
export type TargetDisabledReason = (target: Secret) => string | undefined

/** The one secret that a typed key, id or link means as the new target of an alias, or why it is none. */
export const findTypedTarget = (
  typed: string,
  list: SecretList,
  disabledReason: TargetDisabledReason,
): FoundTarget => {
  const id = findId(typed, 'secret')
  const text = typed.trim()
  if (text === '') return { problem: 'Say what it is to point at.' }
  const { byId, byKey, unreadableIds, unreadableKeys } = indexSecrets(list)
  if (id === undefined ? unreadableKeys.has(text) : unreadableIds.has(id))
    return { problem: 'What the list says of it could not be read. Choose another one.' }
  const meant =
    id === undefined ? (byKey.get(text) ?? []) : [byId.get(id)].filter((each) => each !== undefined)
  const fit = meant.filter((each) => disabledReason(each) === undefined)
  const [only, ...more] = fit
  if (more.length > 0)
    return { problem: `${fit.length} secrets have this key. Choose the one you mean.` }
  if (only !== undefined) return { secret: only }
  const [unfit] = meant
  const why = unfit && disabledReason(unfit)
  return { problem: why ?? 'No secret here has this key or ID.' }
}

/** Why an alias cannot be pointed at a secret; undefined where it can. */
export const targetDisabledReason = (
  target: Secret,
  alias: Secret,
  owner: Pick<OwnerRef, 'kind'>,
): string | undefined => {
  if (target.id === alias.id) return 'This is the alias itself.'
  if (target.id === alias.aliased_secret?.id) return 'The alias points at this one already.'
  return aliasDisabledReason(target, owner)
}
