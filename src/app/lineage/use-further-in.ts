import { useMemo } from 'react'
import type { Owner } from '../../qovery/owner'
import type { Secret } from '../../qovery/schema'
import { createStore } from '../data/store'
import { useStore } from '../data/use-store'
import { isAlias } from '../relations/relate'
import { findDependents, type Dependents } from './lineage-plan'
import { lineageReadings, listsRead, requestsOf, type LineageReading } from './lineage-readings'
import type { Reading } from './read-lists'

export interface FurtherIn {
  /** What depends on the secrets further in, as far as that was read. */
  found: readonly Dependents[]
  /** Whether nothing else can depend on them there. */
  isKnown: boolean
}

/** What the reading of narrower lists knows of secrets of an owner. */
export const useFurtherIn = (owner: Owner, secrets: readonly Secret[]): FurtherIn => {
  const reading = useStore(lineageReadings).get(owner.id)
  const progress = useStore(reading?.reader.store ?? nothingRead)
  const ids = secrets.map(({ id }) => id).join(' ')
  const { found, isRead } = useMemo(() => look(ids, reading, progress), [ids, reading, progress])
  // Qovery makes no alias of an alias, and its own clients no override of one.
  const isSafe = !hasNarrower(owner) || secrets.every(isAlias)
  return { found, isKnown: isSafe || isRead }
}

const nothingRead = createStore<Reading>({
  status: 'done',
  isLimited: false,
  total: 0,
  outcomes: new Map(),
})

const hasNarrower = ({ kind }: Owner) => kind === 'project' || kind === 'environment'

const look = (ids: string, reading: LineageReading | undefined, progress: Reading) => {
  if (reading === undefined) return { found: [], isRead: false }
  const { below, isWhole } = reading.plan
  const lists = listsRead(below.filter(({ owner }) => progress.outcomes.get(owner.id) === 'read'))
  return {
    found: findDependents(ids.split(' '), lists),
    isRead:
      isWhole &&
      lists.length === below.length &&
      // What was read long ago, or changed since, may have more by now.
      requestsOf(below) === 0 &&
      lists.every(({ list }) => list.unreadable.length === 0),
  }
}
