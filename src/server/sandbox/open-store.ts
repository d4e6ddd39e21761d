import { resolve } from 'node:path'
import { openDatabase, watchPlace } from './database'
import { seed, type Generated } from './seed'
import { storeOn, type Store } from './store'

/**
 * Opens the sandbox's data, made and seeded at the first time.
 * @throws StoreError where the folder cannot be used or belongs to a running server.
 */
export const openStore = (folder: string, generated: Partial<Generated> = {}): Store =>
  openDatabase(resolve(folder), (database) => {
    const store = storeOn(database)
    store.transaction(() => seed(store, { secrets: 0, environments: 0, services: 0, ...generated }))
    // From here on both files are there.
    return storeOn(database, watchPlace(resolve(folder)))
  })
