import { rankOfScope } from '../../qovery/owner'
import type { Secret, SecretList } from '../../qovery/schema'
import { indexSecrets } from '../../rules/secret-index'

/**
 * What has a secret's key once that is gone, where its owner is: the narrowest of what it overrides or hides. Undefined
 * where nothing has, and where the list does not tell.
 * @param list of its owner
 * @param isGone whether something goes as well
 */
export const takesOver = (
  { id, key, scope, overridden_secret: overridden }: Secret,
  list: SecretList,
  isGone: (id: string) => boolean,
): Secret | undefined => {
  const { byKey, unreadableKeys, keyless } = indexSecrets(list)
  const others = (byKey.get(key) ?? []).filter((each) => each.id !== id && !isGone(each.id))
  if (others.length === 0 || keyless > 0 || unreadableKeys.has(key)) return undefined
  const own = rankOfScope(scope)
  const ranked = others.flatMap((secret) => {
    const rank = rankOfScope(secret.scope)
    const isBehind = own !== undefined && rank !== undefined && rank < own
    return rank !== undefined && (isBehind || secret.id === overridden?.id) ? { secret, rank } : []
  })
  // Of one that is as narrow, or of a scope that nobody knows, nobody can tell which of them had effect.
  if (ranked.length < others.length) return undefined
  const narrowest = Math.max(...ranked.map(({ rank }) => rank))
  const next = ranked.filter(({ rank }) => rank === narrowest)
  return next.length === 1 ? next[0]?.secret : undefined
}
