import { adviseKey, indexKeys, type KeyAdvice, type KeyIndex } from '../../qovery/alias-key'
import type { Secret } from '../../qovery/schema'

// One index a list, however often a key is judged against it.
const indexes = new WeakMap<readonly Secret[], KeyIndex>()

const indexOf = (secrets: readonly Secret[]): KeyIndex => {
  const index = indexes.get(secrets) ?? indexKeys(secrets)
  indexes.set(secrets, index)
  return index
}

/** What can be said about a key for an alias of `source` among a project's secrets, as far as they are known. */
export const judgeKey = (
  key: string,
  source: Secret | undefined,
  secrets: readonly Secret[] | undefined,
): KeyAdvice[] => adviseKey(key, { sourceKey: source?.key, taken: secrets && indexOf(secrets) })
