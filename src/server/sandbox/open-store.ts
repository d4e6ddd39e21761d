import { resolve } from 'node:path'
import { openDatabase } from './database'
import { seed } from './seed'
import { storeOn, type Store } from './store'

/**
 * Opens the sandbox's data, made and seeded at the first time.
 * @param generatedSecrets how many secrets to have beside the seeded ones, for trials at scale.
 * @throws StoreError where the folder cannot be used or belongs to a running server.
 */
export const openStore = (folder: string, generatedSecrets = 0): Store =>
  openDatabase(resolve(folder), (database) => {
    const store = storeOn(database)
    store.transaction(() => seed(store, generatedSecrets))
    return store
  })
