import { useEffect } from 'react'
import { storage, storedNames } from '../data/site-data'
import { createStore } from '../data/store'
import { useStore } from '../data/use-store'

// Costs the first load next to nothing: what runs operations and tells of them comes when there is something to tell.

/** Says without opening the ledger that it may hold something. */
export const ledgerHint = storage('localStorage', 'alias-console:operations')

/** What versions before the ledger kept: see migrate.ts. */
export const earlierSubmissions = storage('sessionStorage', 'alias-console:pending')
export const earlierPlans = 'alias-console:repoint:'

/** Whether there may be something from before this page. */
export const mayHaveEntries = (): boolean =>
  ledgerHint.read() !== undefined ||
  earlierSubmissions.read() !== undefined ||
  storedNames('localStorage').some((name) => name.startsWith(earlierPlans))

const needed = createStore(false)

/** To be called once there may be something to tell. */
export const needNotices = (): void => needed.write(true)

/** Whether there may be operations to tell of. */
export const useNoticesNeeded = (): boolean => {
  useEffect(() => {
    if (mayHaveEntries()) needNotices()
  }, [])
  return useStore(needed, () => false)
}
