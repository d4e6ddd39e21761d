import type { Secret } from '../../qovery/schema'

/** Type, scope, owner and how many aliases there are, in one line, as far as the answer says. */
export const secretFacts = ({ variable_type, scope, owned_by }: Secret, aliases: number): string =>
  [
    variable_type === scope ? null : variable_type,
    scope,
    owned_by,
    ...(variable_type === 'ALIAS' ? [] : [aliases === 1 ? '1 alias' : `${aliases} aliases`]),
  ]
    .filter((fact) => fact !== null && fact !== undefined && fact !== '')
    .join(' · ')

/** A secret's key; with the first block of its ID where another one has the same key. */
export const secretName = ({ id, key }: Pick<Secret, 'id' | 'key'>, hasNamesake: boolean): string =>
  hasNamesake ? `${key} · ${id.slice(0, 8)}` : key

/** What one secret of a list is called in it, and its facts. */
export const nameAndFacts = (secret: Secret, secrets: readonly Secret[]) => {
  const { id, key } = secret
  const aliases = secrets.filter((each) => each.aliased_secret?.id === id).length
  const hasNamesake = secrets.some((each) => each.key === key && each.id !== id)
  return { name: secretName(secret, hasNamesake), facts: secretFacts(secret, aliases) }
}
