import { aliasObstacle } from '../../qovery/alias-source'
import type { Secret } from '../../qovery/schema'
import { fold, type Option } from './option'

/** A project's secrets as options, by key. Counts and namesakes are taken in one pass, so that 10,000 cost little. */
export const secretOptions = (secrets: readonly Secret[]): Option[] => {
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
        facts: factsOf(secret, aliases.get(id) ?? 0),
        note,
        obstacle: aliasObstacle(secret),
        words: fold(`${name}\n${note}`),
      }
    })
    .toSorted((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
}

/** A secret's key; with the first block of its ID where another one has the same key. */
const secretName = ({ id, key }: Pick<Secret, 'id' | 'key'>, hasNamesake: boolean) =>
  hasNamesake ? `${key} · ${id.slice(0, 8)}` : key

/** Type, scope, owner and how many aliases there are, as far as the answer says. */
const factsOf = ({ variable_type, scope, owned_by }: Secret, aliases: number) =>
  [
    variable_type === scope ? null : variable_type,
    scope,
    owned_by,
    ...(variable_type === 'ALIAS' ? [] : [aliases === 1 ? '1 alias' : `${aliases} aliases`]),
  ]
    .filter((fact) => fact !== null && fact !== undefined && fact !== '')
    .join(' · ')
