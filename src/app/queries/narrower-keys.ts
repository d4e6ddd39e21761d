import * as z from 'zod/mini'
import { isInherited, isSameOwner, isWithin, projectIdOf, type Owner } from '../../qovery/owner'
import { owner as ownerShape, type SecretList } from '../../qovery/schema'
import { placeName } from './place-name'
import { queryClient, secretLists } from './queries'
import { treeQuery } from './tree-query'

/** A list that this tab has read, and whose it is. */
interface OwnedList {
  owner: Owner
  list: SecretList
}

/** Every list that this tab has read by now. */
export const everyListRead = (): OwnedList[] =>
  queryClient.getQueriesData<SecretList>({ queryKey: secretLists }).flatMap(([[, owner], list]) => {
    const { data } = z.safeParse(ownerShape, owner)
    return data === undefined || list === undefined ? [] : [{ owner: data, list }]
  })

/**
 * Tells what the places within an owner are called that have a key of their own, and so do not see the owner's: as far as
 * their lists were read by now, since nothing is asked for it.
 */
export const narrowerKeys = (owner: Owner | undefined): ((key: string) => string[]) => {
  if (owner === undefined) return () => []
  const within = everyListRead().filter(
    ({ owner: other }) => !isSameOwner(other, owner) && isWithin(other, owner),
  )
  const tree = queryClient.getQueryData(treeQuery(projectIdOf(owner)).queryKey)
  const nameOf = ({ kind, id }: Owner) =>
    (tree && placeName(id, tree)) ?? `${kind} ${id.slice(0, 8)}`
  return (key) =>
    within.flatMap(({ owner: other, list }) => (ownKeys(list, other).has(key) ? nameOf(other) : []))
}

const known = new WeakMap<SecretList, ReadonlySet<string>>()

/** The keys of an owner's own secrets: read once from each list, of which there may be hundreds. */
const ownKeys = (list: SecretList, owner: Owner): ReadonlySet<string> => {
  const before = known.get(list)
  if (before !== undefined) return before
  const own = list.results.filter(({ scope }) => !isInherited(scope, owner))
  const keys = new Set(own.map(({ key }) => key))
  known.set(list, keys)
  return keys
}
