import { parseJson } from '../../qovery/json'
import { isOwnerKind, type OwnerRef } from '../../qovery/owner'
import { queryClient, secretLists } from './queries'
import { openChannel } from '../data/site-data'

let tellOthers: ((owner: string) => void) | undefined

/** The lists that show what an owner owns, and what goes with it: its own, and those of all that lies within it. */
const listsOf = ({ kind, id }: OwnerRef): object[] => [
  { kind, id },
  ...(kind === 'project' ? [{ projectId: id }] : []),
  ...(kind === 'environment' ? [{ environmentId: id }] : []),
]

const forget = async (owner: OwnerRef) => {
  await Promise.all(
    listsOf(owner).map((fields) => {
      const lists = { queryKey: [...secretLists, fields] }
      for (const query of queryClient.getQueryCache().findAll({ ...lists, type: 'inactive' })) {
        // What is on its way may be from before the change, and would count as fresh once it is in the cache.
        const invalidate = () =>
          setTimeout(() => queryClient.invalidateQueries({ queryKey: query.queryKey, exact: true }))
        if (query.state.fetchStatus === 'fetching') query.fetch().then(invalidate, invalidate)
      }
      return queryClient.invalidateQueries(lists)
    }),
  )
}

/** Listens to other tabs. They are told whose secrets changed and nothing else: each reads the list for itself. */
export const followChanges = (): void => {
  tellOthers = openChannel('alias-console:changed', (data) => {
    const owner = typeof data === 'string' ? parseJson(data) : undefined
    if (isOwner(owner)) void forget(owner)
  })
}

// Another tab may be of another version, and whatever else runs at this address may tell anything.
const isOwner = (told: unknown): told is OwnerRef => {
  if (typeof told !== 'object' || told === null || !('kind' in told && 'id' in told)) return false
  const { kind, id } = told
  return typeof kind === 'string' && isOwnerKind(kind) && typeof id === 'string'
}

/** To be called after anything may have changed among secrets: their lists are read again, here and in other tabs. */
export const secretsChanged = (owner: OwnerRef) => {
  tellOthers?.(JSON.stringify(owner))
  return forget(owner)
}
