import { isSameOwner, projectOwner, type Owner } from '../../qovery/owner'
import { isWellFormed, ownerPath, readPath } from '../../rules/page-paths'
import { storage } from '../data/site-data'
import { createStore } from '../data/store'
import { useStore } from '../data/use-store'

const record = storage('localStorage', 'alias-console:last-owner')
/** What an earlier version stored: the project's id alone. */
const earlier = storage('localStorage', 'alias-console:last-project')

const stored = (): Owner | undefined => {
  const path = record.read() ?? ownerPath(projectOwner(earlier.read() ?? ''))
  const page = readPath(path)
  return page?.name === 'secrets' && isWellFormed(page.owner) ? page.owner : undefined
}

const store = createStore(stored())

/** The project, environment or service that was worked in last in this browser; links lead there as soon as it is another. */
export const lastOwner = {
  read: store.read,
  write: (owner: Owner): void => {
    const before = store.read()
    if (before !== undefined && isSameOwner(before, owner)) return
    record.write(ownerPath(owner))
    store.write(owner)
  },
}

const unknown = () => undefined

/** The same while drawing: a page that was prerendered knows of none. */
export const useLastOwner = (): Owner | undefined => useStore(store, unknown)
