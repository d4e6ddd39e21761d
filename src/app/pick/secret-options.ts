import { aliasObstacle } from '../../qovery/alias-source'
import type { Secret } from '../../qovery/schema'
import { fold, type Option } from './option'
import { secretFacts, secretName } from './secret-facts'

/** A project's secrets as options, by key; `obstacleTo` says why one cannot be picked. Counts and namesakes are taken in one pass, so that 10,000 cost little. */
export const secretOptions = (
  secrets: readonly Secret[],
  obstacleTo: (secret: Secret) => string | undefined = aliasObstacle,
): Option[] => {
  const aliases = new Map<string, number>()
  const namesakes = new Map<string, number>()
  for (const { key, aliased_secret: target } of secrets) {
    namesakes.set(key, (namesakes.get(key) ?? 0) + 1)
    if (target) aliases.set(target.id, (aliases.get(target.id) ?? 0) + 1)
  }
  return secrets
    .map((secret): Option => {
      const { id, key, description } = secret
      const name = secretName(secret, (namesakes.get(key) ?? 0) > 1)
      const note = description ?? ''
      return {
        id,
        name,
        facts: secretFacts(secret, aliases.get(id) ?? 0),
        note,
        obstacle: obstacleTo(secret),
        words: fold(`${name}\n${note}`),
      }
    })
    .toSorted((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
}
