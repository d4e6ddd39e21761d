import type { Secret } from '../schema'
import type { AliasPlan } from './alias-plan'

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

/**
 * Reads what made an alias from the alias itself; undefined where it is none at project level, or names no source.
 * @param holders of the project's list, as far as it is known: they tell whether a key is the source's alone
 */
export const planOfAlias = (
  alias: Secret,
  holders: Holders = new Map<string, string[]>(),
): AliasPlan | undefined => {
  const source = alias.aliased_secret
  if (source === null || source === undefined) return undefined
  if (alias.variable_type !== 'ALIAS' || alias.scope !== 'PROJECT') return undefined
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
