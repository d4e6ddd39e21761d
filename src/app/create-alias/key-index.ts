import { indexKeys, type KeyIndex } from '../../qovery/alias-key-obstacles'
import type { Secret } from '../../qovery/schema'

// One index a list, however often a key is judged against it.
const indexes = new WeakMap<readonly Secret[], KeyIndex>()

/** The keys that a project's secrets have; undefined while they are not known. */
export const keyIndex = (secrets: readonly Secret[] | undefined): KeyIndex | undefined => {
  if (secrets === undefined) return undefined
  const index = indexes.get(secrets) ?? indexKeys(secrets)
  indexes.set(secrets, index)
  return index
}
