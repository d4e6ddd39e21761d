import * as z from 'zod/mini'
import { isInherited, isSameOwner, isWithin, projectIdOf, type Owner } from '../../qovery/owner'
import { owner as ownerShape, type SecretList } from '../../qovery/schema'
import { indexSecrets } from '../../rules/secret-index'
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
    within.flatMap(({ owner: other, list }) => {
      const named = indexSecrets(list).byKey.get(key) ?? []
      return named.some(({ scope }) => !isInherited(scope, other)) ? nameOf(other) : []
    })
}
