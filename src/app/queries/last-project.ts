import { storage } from '../data/site-data'
import { createStore } from '../data/store'
import { useStore } from '../data/use-store'

const record = storage('localStorage', 'alias-console:last-project')
const store = createStore(record.read())

/** The id of the project that was worked in last in this browser; links lead there as soon as it is another one. */
export const lastProject = {
  read: store.read,
  write: (projectId: string): void => {
    if (projectId === store.read()) return
    record.write(projectId)
    store.write(projectId)
  },
}

const unknown = () => undefined

/** The same while drawing: a page that was prerendered knows of none. */
export const useLastProject = (): string | undefined => useStore(store, unknown)
