import { useEffect } from 'react'
import type { Owner } from '../../qovery/owner'
import { createStore } from '../data/store'
import { useStore } from '../data/use-store'

const listed = createStore<string | undefined>(undefined)

/** To be used by a list that shows by its rows what became of them: what was done is then said beside it, and moves nothing. */
export const useToldInPlace = ({ id }: Owner): void => {
  useEffect(() => {
    listed.write(id)
    return () => listed.write(undefined)
  }, [id])
}

/** The id of the owner whose list is on the page. */
export const useListedOwner = (): string | undefined => useStore(listed, () => undefined)
