import { useEffect } from 'react'
import type { Owner } from '../../qovery/owner'
import { createStore } from '../data/store'
import { useStore } from '../data/use-store'

const listed = createStore<Owner | undefined>(undefined)

/** To be used by a list that shows by its rows what became of them: what was done is then said beside it, and moves nothing. */
export const useToldInPlace = (owner: Owner): void => {
  useEffect(() => {
    listed.write(owner)
    return () => listed.write(undefined)
  }, [owner])
}

/** The owner whose list is on the page. */
export const useListedOwner = (): Owner | undefined => useStore(listed, () => undefined)
