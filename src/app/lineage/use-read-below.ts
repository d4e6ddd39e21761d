import { useMemo } from 'react'
import type { Owner } from '../../qovery/owner'
import { useStore } from '../data/use-store'
import type { ListBelow } from './lineage-plan'
import { lineageReadings, listsRead, requestsOf, type LineageReading } from './lineage-readings'

/** What the reading of narrower lists knows of all that lies within an owner. */
export interface ReadBelow {
  lists: readonly ListBelow[]
  /** Whether nothing lies within that is in none of the lists. */
  isKnown: boolean
}

/** The same of several owners, in their order, as it was when a reading last began or stopped. */
export const useReadBelow = (owners: readonly Owner[]): readonly ReadBelow[] => {
  const readings = useStore(lineageReadings)
  return useMemo(
    () =>
      owners.map((owner) =>
        owner.kind === 'project' || owner.kind === 'environment'
          ? readBelow(readings.get(owner.id))
          : { lists: [], isKnown: true },
      ),
    [owners, readings],
  )
}

const readBelow = (reading: LineageReading | undefined): ReadBelow => {
  if (reading === undefined) return { lists: [], isKnown: false }
  const { below, isWhole } = reading.plan
  const { outcomes } = reading.reader.store.read()
  const lists = listsRead(below.filter(({ owner }) => outcomes.get(owner.id) === 'read'))
  return {
    lists,
    isKnown:
      isWhole &&
      lists.length === below.length &&
      // What was read long ago, or changed since, may have more by now.
      requestsOf(below) === 0 &&
      lists.every(({ list }) => list.unreadable.length === 0),
  }
}
