import type { Unreadable } from '../../qovery/list'
import type { KeyStatus, SeenList } from './seen-list'
import type { Secret, SecretList } from '../../qovery/schema'

/** A secret among the others of its project. */
export interface Related {
  secret: Secret
  /** Secrets that point at it, in the list's order. */
  aliases: Related[]
  /** Secrets that override it, in the list's order. An alias that also overrides it is among them. */
  overrides: Related[]
  /** What it points at, where the list has that. */
  target: Related | undefined
  /** What it overrides, where the list has that. */
  overridden: Related | undefined
  /** An alias whose target is null or not in the list. */
  orphaned: boolean
  /** Where other secrets have its key: what of them has effect. */
  equal: KeyStatus | undefined
}

/** A project's secrets by id, in the list's order. */
export type Relations = ReadonlyMap<string, Related>

/** Whether a secret is a second name of another. An answer may say so by its type, by its link, or by both. */
export const isAlias = ({ variable_type, aliased_secret }: Secret): boolean =>
  variable_type === 'ALIAS' || aliased_secret !== null

/**
 * Ties a list's secrets together by id, never by key: keys repeat, and an alias whose target is not in the list is
 * kept. An id that the list names twice is one secret.
 * @param seen what the list is of, where it is to be told which of equal keys has effect
 */
export const relate = (list: SecretList, seen?: SeenList): Relations => {
  const of = known.get(list) ?? new WeakMap<object, Relations>()
  known.set(list, of)
  const relations = of.get(seen ?? list) ?? relateAnew(list, seen)
  of.set(seen ?? list, relations)
  return relations
}

// Many deletions are judged by the same list. By what it is of, or else by the list itself.
const known = new WeakMap<SecretList, WeakMap<object, Relations>>()

const relateAnew = ({ results }: SecretList, seen: SeenList | undefined): Relations => {
  const relations = new Map<string, Related>()
  for (const secret of results) {
    if (relations.has(secret.id)) continue
    relations.set(secret.id, {
      secret,
      aliases: [],
      overrides: [],
      target: undefined,
      overridden: undefined,
      orphaned: false,
      equal: seen?.statusOf(secret),
    })
  }
  for (const related of relations.values()) {
    const { secret } = related
    const target = find(relations, secret.aliased_secret?.id)
    const overridden = find(relations, secret.overridden_secret?.id)
    if (target !== undefined) {
      related.target = target
      target.aliases.push(related)
    }
    if (overridden !== undefined) {
      related.overridden = overridden
      overridden.overrides.push(related)
    }
    related.orphaned = target === undefined && isAlias(secret)
  }
  return relations
}

export const find = (relations: Relations, id: string | undefined): Related | undefined =>
  id === undefined ? undefined : relations.get(id)

/** Where a secret stands in the tree: below what it points at, else below what it overrides, else at the top. */
export const parentOf = ({ target, overridden, orphaned }: Related): Related | undefined =>
  orphaned ? undefined : (target ?? overridden)

/**
 * What goes when a secret is deleted: its aliases and overrides, and theirs, nearest first.
 * Source: Qovery's console warns that deleting a variable deletes its aliases and overrides.
 */
export const dependentsOf = (related: Related): Related[] => {
  const seen = new Set([related])
  // A set grows while it is walked; links that lead in a circle end there.
  for (const each of seen)
    for (const child of [...each.aliases, ...each.overrides])
      // Also what hangs elsewhere in the tree, by what it points at.
      seen.add(child)
  seen.delete(related)
  return [...seen]
}

/** The entries that could not be read, and say that they are tied to a secret or to what goes with it. */
export const unreadDependentsOf = (related: Related, { unreadable }: SecretList): Unreadable[] => {
  const gone = new Set([related, ...dependentsOf(related)].map(({ secret }) => secret.id))
  return unreadable.filter(
    ({ why, tiedTo }) => why !== 'repeated' && tiedTo.some((id) => gone.has(id)),
  )
}

/** How many of a list are aliases, orphans, and neither. */
export const countsOf = (
  relations: Relations,
  isCounted: (secret: Secret) => boolean = () => true,
) => {
  let aliases = 0
  let orphans = 0
  let secrets = 0
  for (const { secret, orphaned } of relations.values()) {
    if (!isCounted(secret)) continue
    if (isAlias(secret)) aliases += 1
    else secrets += 1
    if (orphaned) orphans += 1
  }
  return { secrets, aliases, orphans }
}
