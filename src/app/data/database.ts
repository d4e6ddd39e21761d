import { storageErrorOf } from './storage-error'

// The parts of IndexedDB that are used here, as promises.

/**
 * Opens a database, and again whenever its connection was closed: Safari does so to pages in the background. What is done
 * with it is then done once more, so it must be the same however often it is done.
 * @throws a StorageError where it cannot be opened
 */
export const openDatabase = async (name: string, upgrade: (database: IDBDatabase) => void) => {
  const connect = async () => {
    try {
      const request = indexedDB.open(name, 1)
      request.addEventListener('upgradeneeded', () => upgrade(request.result))
      return await promised(request)
    } catch (cause) {
      throw storageErrorOf(cause, true)
    }
  }
  let connection = connect()
  await connection
  const close = (opened: typeof connection) =>
    opened.then(
      (database) => database.close(),
      () => undefined,
    )
  return {
    /** Does something with the database. @throws a StorageError that says why it cannot be done */
    use: async <Result>(act: (database: IDBDatabase) => Promise<Result>): Promise<Result> => {
      const used = connection
      try {
        return await act(await used)
      } catch (cause) {
        const error = storageErrorOf(cause, false)
        if (error.why !== 'failed') throw error
      }
      // Of several that found it closed, the first opens it for all.
      if (connection === used) {
        void close(used)
        connection = connect()
      }
      try {
        return await act(await connection)
      } catch (cause) {
        throw storageErrorOf(cause, false)
      }
    },
    close: () => void close(connection),
  }
}

/** Waits for something, but for so many milliseconds at most. @returns undefined where it took longer */
export const atMost = <Result>(milliseconds: number, awaited: Promise<Result>) =>
  Promise.race([
    awaited,
    new Promise<undefined>((resolve) => {
      setTimeout(resolve, milliseconds, undefined)
    }),
  ])

export const promised = <Result>(request: IDBRequest<Result>) =>
  new Promise<Result>((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result))
    request.addEventListener('error', () => reject(request.error ?? new Error('no reason given')))
  })

/** Resolves when everything of the transaction is stored; nothing can be added to it any more. */
export const committed = (transaction: IDBTransaction) =>
  new Promise<void>((resolve, reject) => {
    transaction.addEventListener('complete', () => resolve())
    transaction.addEventListener('abort', () =>
      reject(transaction.error ?? new Error('the browser ended the transaction')),
    )
    // Said at once: else the browser waits until it has told of each write, which takes as long again.
    transaction.commit()
  })
