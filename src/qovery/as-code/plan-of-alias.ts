import type { Secret } from '../schema'
import type { AliasPlan } from './alias-plan'

/**
 * Reads what made an alias from the alias itself; undefined where it is none at project level, or names no source.
 * @param secrets the project's list, as far as it is known: it tells whether a key is the source's alone
 */
export const planOfAlias = (
  alias: Secret,
  secrets: readonly Secret[] = [],
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
      sameKey: secrets.some(({ id, key }) => key === source.key && id !== source.id),
    },
  }
}
