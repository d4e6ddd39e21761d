import type { Secret } from '../../qovery/schema'

/** Secrets that stand in an alias's way: a BUILT_IN one with the same key is shadowed, not in the way. */
export const holdersOf = (key: string, secrets: readonly Secret[]): Secret[] =>
  secrets.filter((each) => each.key === key && each.scope !== 'BUILT_IN')
