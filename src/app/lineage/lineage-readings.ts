import { browserClock } from '../data/clock'
import { createStore } from '../data/store'
import { queryClient, secretLists, secretsQuery } from '../queries/queries'
import type { Below, LineagePlan, ListBelow } from './lineage-plan'
import { readLists, type ListReader } from './read-lists'

/** Milliseconds for which a list that was read counts. */
const fresh = 10 * 60_000

export interface LineageReading {
  plan: LineagePlan
  reader: ListReader
}

const noReadings: ReadonlyMap<string, LineageReading> = new Map()

// By whose secrets it is about. It goes on while other pages are open.
const readings = createStore(noReadings)

export const lineageReadings = readings

// Whoever signs out takes the lists along: of what is gone nothing can be said to have been read.
queryClient.getQueryCache().subscribe(({ type, query }) => {
  if (type === 'removed' && query.queryKey[0] === secretLists[0]) readings.write(noReadings)
})

/** How many of the lists would have to be asked for. */
export const requestsOf = (below: readonly Below[]): number => {
  const now = browserClock.now()
  return below.filter(({ owner }) => {
    const state = queryClient.getQueryState(secretsQuery(owner).queryKey)
    return state?.data === undefined || state.isInvalidated || now - state.dataUpdatedAt > fresh
  }).length
}

/** Reads all lists of a plan; what is known counts. @param ownerId whose secrets it is about */
export const startLineage = (ownerId: string, plan: LineagePlan): void => {
  const reader = readLists(
    plan.below.map(({ owner }) => owner),
    async (owner, signal) => {
      const query = secretsQuery(owner)
      const cancel = () => void queryClient.cancelQueries({ queryKey: query.queryKey, exact: true })
      signal.addEventListener('abort', cancel)
      try {
        // Once: a list that fails is told, and asked for again where somebody wants it.
        await queryClient.fetchQuery({ ...query, staleTime: fresh, retry: false })
      } finally {
        signal.removeEventListener('abort', cancel)
      }
    },
  )
  readings.write(new Map(readings.read()).set(ownerId, { plan, reader }))
  reader.store.subscribe(() => {
    // Whoever goes by all that was read is told where it stops, not at each list.
    if (reader.store.read().status !== 'running') readings.write(new Map(readings.read()))
  })
}

/** The lists of a plan that were read. */
export const listsRead = (below: readonly Below[]): ListBelow[] =>
  below.flatMap((each) => {
    const list = queryClient.getQueryData(secretsQuery(each.owner).queryKey)
    return list === undefined ? [] : { ...each, list }
  })
