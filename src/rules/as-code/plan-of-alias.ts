import { scopeOf, type OwnerRef } from '../../qovery/owner'
import { isWhole, type Secret } from '../../qovery/schema'
import type { SecretIndex } from '../secret-index'
import type { AliasPlan } from './alias-plan'
import { inWords } from '../unseen'

/** Why nothing can make an alias again from what is known of it, as half a sentence; undefined where it can. */
export const planDisabledReason = (
  alias: Secret,
  owner: Pick<OwnerRef, 'kind'>,
): string | undefined => {
  const { scope, aliased_secret: target } = alias
  if (target === null) return 'what it points at is not known'
  if (!isWhole(alias)) return 'not all of it could be read'
  if (scope !== scopeOf(owner))
    return `its scope is ${inWords(scope)}, and this makes aliases at ${owner.kind} level`
  return undefined
}

/**
 * Reads what made an alias from the alias itself; undefined where {@link planDisabledReason} says why.
 * @param index of its owner's list, as far as it is known: it tells whether a key is the target's alone
 */
export const planOfAlias = (
  alias: Secret,
  index: SecretIndex | undefined,
  owner: Pick<OwnerRef, 'kind'>,
): AliasPlan | undefined => {
  const target = alias.aliased_secret
  if (target === null || planDisabledReason(alias, owner) !== undefined) return undefined
  return {
    key: alias.key,
    description: alias.description,
    interpolation: alias.enable_interpolation_in_file,
    target: {
      id: target.id,
      key: target.key,
      type: target.variable_type,
      sameKey:
        index !== undefined &&
        (index.unreadableKeys.has(target.key) ||
          (index.byKey.get(target.key) ?? []).some(({ id }) => id !== target.id)),
    },
  }
}
