import { useEffect, useSyncExternalStore } from 'react'
import type { Owner } from '../../qovery/owner'

let listed: string | undefined
const listeners = new Set<() => void>()

const set = (ownerId: string | undefined) => {
  listed = ownerId
  for (const notify of listeners) notify()
}
const subscribe = (notify: () => void) => {
  listeners.add(notify)
  return () => listeners.delete(notify)
}

/** To be used by a list that shows by its rows what became of them: what was done is then said beside it, and moves nothing. */
export const useToldInPlace = ({ id }: Owner): void => {
  useEffect(() => {
    set(id)
    return () => set(undefined)
  }, [id])
}

/** The id of the owner whose list is on the page. */
export const useListedOwner = (): string | undefined =>
  useSyncExternalStore(
    subscribe,
    () => listed,
    () => undefined,
  )
