import { queryOptions, useQueries, useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { chainOf, isSameOwner, type Owner } from '../../qovery/owner'
import type { SecretList } from '../../qovery/schema'
import { secretsQuery } from '../queries/queries'
import { mergeLists } from '../relations/seen-list'

interface Reading {
  enabled: boolean
  /**
   * Whether the lists of what is around the owner are read too, or what tells it by the owner's own list; what is known of
   * them counts in any case.
   */
  wider: boolean | ((own: SecretList) => boolean)
}

/** The list of what is around an owner, where it is `read` or not. What is known of it counts, so that a change there is followed. */
export const aroundQuery = (around: Owner, read: { enabled: boolean; wider: boolean }) =>
  queryOptions({
    ...secretsQuery(around),
    enabled: ({ state }) =>
      read.enabled && (read.wider || (state.data !== undefined && state.isInvalidated)),
  })

/** What can be seen at an owner. `list` is the question for its own list; `unread` are those around it that were refused. */
export const useSeenList = (owner: Owner, { enabled, wider }: Reading) => {
  const list = useQuery({ ...secretsQuery(owner), enabled })
  const readsWider =
    typeof wider === 'boolean' ? wider : list.data !== undefined && wider(list.data)
  const around = chainOf(owner).slice(0, -1)
  const lists = useQueries({
    queries: around.map((each) => aroundQuery(each, { enabled, wider: readsWider })),
  })
  const [first, second] = lists
  const merged = useMemo(() => {
    if (list.data === undefined) return undefined
    const known = [first?.data, second?.data].flatMap((data, index) => {
      const each = chainOf(owner)[index]
      return data === undefined || each === undefined ? [] : { owner: each, list: data }
    })
    return mergeLists(owner, [...known, { owner, list: list.data }])
  }, [owner, list.data, first?.data, second?.data])
  // Read again, they come one after the other: what was re-pointed would be there twice until the last of them has come.
  const isReadAgain = [list, ...lists].some(({ data, isFetching }) => data && isFetching)
  const [whole, setWhole] = useState(merged)
  if (!isReadAgain && whole !== merged) setWhole(merged)
  const seen = isReadAgain && whole && isSameOwner(whole.owner, owner) ? whole : merged
  const unread = around.flatMap((each, index) => {
    const { error = null, data } = lists[index] ?? {}
    return error && (readsWider || data) ? { owner: each, error } : []
  })
  /** Reads again all that is shown, also what of it is only known. */
  const refresh = () => {
    const shown = lists.filter(({ data }) => readsWider || data !== undefined)
    for (const each of [list, ...shown]) void each.refetch()
  }
  return { seen, list, unread, refresh }
}
