import { useQueries, type UseQueryResult } from '@tanstack/react-query'
import type { Owner } from '../../qovery/owner'
import type { SecretList } from '../../qovery/schema'
import { secretsQuery } from '../queries/queries'
import { useSession } from '../session/session'

/** The lists of owners whose rows were chosen, each read anew. */
export const useChosenLists = (owners: readonly Owner[]) => {
  const { ready } = useSession()
  return useQueries({
    combine,
    queries: owners.map((owner) => ({
      ...secretsQuery(owner),
      enabled: ready,
      staleTime: 0,
      refetchOnMount: 'always' as const,
    })),
  })
}

const combine = (lists: readonly UseQueryResult<SecretList>[]) => ({
  known: lists.map(({ data }) => data),
  /** Of each, whether it could not be read, whatever was known of it before. */
  failed: lists.map(({ isError }) => isError),
  isRead: lists.every(
    ({ data, isError, isFetchedAfterMount }) =>
      isError || (data !== undefined && isFetchedAfterMount),
  ),
  refetch: () => Promise.all(lists.map((list) => list.refetch())),
})
