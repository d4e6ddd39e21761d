import type { Secret } from '../schema'
import type { AliasPlan } from './alias-plan'
import { inWords } from '../unseen'

/** Which ids hold a key. */
export type Holders = ReadonlyMap<string, readonly string[]>

/** Reads a project's list once, for all of its aliases. */
export const holdersByKey = (secrets: readonly Secret[]): Holders => {
  const holders = new Map<string, string[]>()
  for (const { id, key } of secrets) {
    const ids = holders.get(key)
    if (ids === undefined) holders.set(key, [id])
    else ids.push(id)
  }
  return holders
}

/** Why nothing can make an alias again from what is known of it, as half a sentence; undefined where it can. */
export const planObstacle = ({ scope, aliased_secret: source }: Secret): string | undefined => {
  if (source === null || source === undefined) return 'what it points at is not known'
  if (scope !== 'PROJECT')
    return `its scope is ${inWords(scope)}, and this makes aliases at project level`
  return undefined
}

/**
 * Reads what made an alias from the alias itself; undefined where {@link planObstacle} says why.
 * @param holders of the project's list, as far as it is known: they tell whether a key is the source's alone
 */
export const planOfAlias = (
  alias: Secret,
  holders: Holders = new Map<string, string[]>(),
): AliasPlan | undefined => {
  const source = alias.aliased_secret
  if (source === null || source === undefined || planObstacle(alias) !== undefined) return undefined
  return {
    key: alias.key,
    description: alias.description ?? null,
    interpolation: alias.enable_interpolation_in_file ?? null,
    source: {
      id: source.id,
      key: source.key,
      type: source.variable_type ?? null,
      sameKey: holders.get(source.key)?.some((id) => id !== source.id) ?? false,
    },
  }
}
