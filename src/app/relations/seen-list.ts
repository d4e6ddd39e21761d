import type { Unreadable } from '../../qovery/list'
import {
  chainOf,
  isInherited,
  isSameOwner,
  rankOfScope,
  scopeOf,
  type Owner,
} from '../../qovery/owner'
import type { Secret, SecretList } from '../../qovery/schema'
import { emptyList, indexSecrets } from '../../rules/secret-index'

/** An owner's list, as it was read. */
export interface OwnedList {
  owner: Owner
  list: SecretList
}

/** All that can be seen at an owner, by as many lists as were read of it and of what is around it. */
export interface SeenList {
  owner: Owner
  /** Each secret once, as its own owner's list has it. */
  list: SecretList
  /** What the owner's own list has. */
  ownList: SecretList
  /** Whose a secret is, and so through whom it is edited and deleted. */
  ownerOf: (secret: Secret) => Owner
  isOwn: (secret: Secret) => boolean
  /** What of equal keys has effect at the owner; undefined where a key is there once. */
  statusOf: (secret: Secret) => KeyStatus | undefined
  /** Ids of secrets of which two lists do not say the same. */
  contrary: ReadonlySet<string>
}

/** A secret among those of its key. */
export interface KeyStatus {
  /** Null where two of them are equally narrow, or how narrow one is is not known: then nobody can tell. */
  isEffective: boolean | null
  /** The others, the narrowest first. */
  others: readonly Secret[]
}

/**
 * Puts the lists of an owner and of what is around it together, by id: that a narrower list has all of a wider one is not
 * promised.
 */
export const mergeLists = (owner: Owner, lists: readonly OwnedList[]): SeenList => {
  const chain = chainOf(owner)
  const inOrder = chain.flatMap((each) => lists.find((one) => isSameOwner(one.owner, each)) ?? [])
  const widest = new Map<string, Owner>()
  for (const { owner: shownBy, list } of inOrder)
    for (const { id } of list.results) if (!widest.has(id)) widest.set(id, shownBy)
  // A scope that is no owner's of the chain, as BUILT_IN, says nothing of whose it is: the widest list that shows it does.
  const ownerOf = ({ id, scope }: Secret) =>
    chain.find((each) => scopeOf(each) === scope) ?? widest.get(id) ?? owner

  const results = new Map<string, Secret>()
  const contrary = new Set<string>()
  // The narrowest list has the most: its order is the order.
  for (const { owner: shownBy, list } of inOrder.toReversed())
    for (const secret of list.results) {
      const before = results.get(secret.id)
      if (before !== undefined && !isAlike(before, secret)) contrary.add(secret.id)
      if (before === undefined || isSameOwner(ownerOf(secret), shownBy))
        results.set(secret.id, secret)
    }
  const merged = [...results.values()]
  // A built-in is as wide as the project where its list shows it. Else its scope is narrower, and no answer says which.
  const statuses = statusesOf(merged, ({ id, scope }) =>
    scope === 'BUILT_IN' && widest.get(id)?.kind !== 'project' ? undefined : rankOfScope(scope),
  )
  return {
    owner,
    ownList: lists.find((one) => isSameOwner(one.owner, owner))?.list ?? emptyList,
    list: { results: merged, unreadable: unreadableOf(inOrder, results) },
    ownerOf,
    isOwn: ({ scope }) => owner.kind === 'project' || !isInherited(scope, owner),
    statusOf: ({ id }) => statuses.get(id),
    contrary,
  }
}

// What decisions rest on. The rest may have been edited between two readings.
const isAlike = (one: Secret, other: Secret) =>
  one.key === other.key &&
  one.scope === other.scope &&
  one.aliased_secret?.id === other.aliased_secret?.id

/** An entry that one list could not tell, and another could, is read; what each list has of the same is said once. */
const unreadableOf = (
  lists: readonly OwnedList[],
  results: ReadonlyMap<string, Secret>,
): Unreadable[] => {
  const told = new Map<string, Unreadable>()
  for (const { list } of lists)
    for (const entry of list.unreadable) {
      const isRead = entry.why === 'unlike' && entry.id !== null && results.has(entry.id)
      if (!isRead) told.set(JSON.stringify(entry), entry)
    }
  return [...told.values()]
}

const statusesOf = (
  secrets: readonly Secret[],
  rankOf: (secret: Secret) => number | undefined,
): Map<string, KeyStatus> => {
  const statuses = new Map<string, KeyStatus>()
  for (const group of indexSecrets({ results: secrets, unreadable: [] }).byKey.values()) {
    if (group.length < 2) continue
    const ranked = group.map((secret) => ({ secret, rank: rankOf(secret) }))
    const isKnown = ranked.every(({ rank }) => rank !== undefined)
    const narrowest = Math.max(...ranked.map(({ rank = 0 }) => rank))
    const isAlone = ranked.filter(({ rank }) => rank === narrowest).length === 1
    const sorted = ranked.toSorted((one, other) => (other.rank ?? 0) - (one.rank ?? 0))
    for (const { secret, rank } of ranked)
      statuses.set(secret.id, {
        isEffective: isKnown && (isAlone || rank !== narrowest) ? rank === narrowest : null,
        others: sorted.flatMap((each) => (each.secret === secret ? [] : each.secret)),
      })
  }
  return statuses
}
