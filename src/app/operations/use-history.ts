import { useEffect } from 'react'
import { createStore } from '../data/store'
import { useStore } from '../data/use-store'
import type { Past } from './history'
import { history } from './in-browser'

/** What this browser did: undefined until it was read, null where the browser stores nothing. */
const all = createStore<readonly Past[] | null | undefined>(undefined)
const read = async () => all.write((await history.read()) ?? null)

/** What this browser's operations came to, newest first, in all of its tabs. */
export const useHistory = (): readonly Past[] | null | undefined => {
  useEffect(() => {
    void read()
    return history.follow(() => void read())
  }, [])
  return useStore(all)
}
