import type { Secret } from '../../qovery/schema'
import type { SecretIndex } from '../../qovery/secret-index'

/** Secrets that stand in an alias's way: a BUILT_IN one with the same key is shadowed, not in the way. */
export const holdersOf = (key: string, { byKey }: Pick<SecretIndex, 'byKey'>): Secret[] =>
  (byKey.get(key) ?? []).filter(({ scope }) => scope !== 'BUILT_IN')
