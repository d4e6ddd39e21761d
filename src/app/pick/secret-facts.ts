import type { Secret, SecretList } from '../../qovery/schema'
import { managerWord, scopeWord, typeWord, usualManager } from '../../rules/api-words'
import { indexSecrets } from '../../rules/secret-index'

/** What a secret of a list is called in it, and its type, scope, owner and how many aliases it has, in one line. */
export const nameAndFacts = (secret: Secret, list: SecretList) => {
  const { id, key, variable_type, scope, owned_by } = secret
  const { byKey, aliasCounts } = indexSecrets(list)
  const aliases = aliasCounts.get(id) ?? 0
  // With the first block of its ID where another one has the same key.
  const hasNamesake = (byKey.get(key) ?? []).length > 1
  return {
    name: hasNamesake ? `${key} · ${id.slice(0, 8)}` : key,
    facts: [
      variable_type === null || variable_type === scope ? null : typeWord(variable_type),
      scopeWord(scope),
      owned_by === null || owned_by === usualManager ? null : managerWord(owned_by),
      aliases === 0 ? null : aliases === 1 ? '1 alias' : `${aliases} aliases`,
    ]
      .filter((fact) => fact !== null && fact !== '')
      .join(' · '),
  }
}
