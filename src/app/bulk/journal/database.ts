/** The parts of IndexedDB that a journal needs, as promises. */
export const openDatabase = (name: string, upgrade: (database: IDBDatabase) => void) => {
  const request = indexedDB.open(name, 1)
  request.addEventListener('upgradeneeded', () => upgrade(request.result))
  return promised(request)
}

export const promised = <Result>(request: IDBRequest<Result>) =>
  new Promise<Result>((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result))
    request.addEventListener('error', () => reject(storageError()))
  })

/** Resolves when everything of the transaction is stored; nothing can be added to it any more. */
export const committed = (transaction: IDBTransaction) =>
  new Promise<void>((resolve, reject) => {
    transaction.addEventListener('complete', () => resolve())
    transaction.addEventListener('abort', () => reject(storageError()))
    // Said at once: else the browser waits until it has told of each write, which takes as long again.
    transaction.commit()
  })

const storageError = () => new Error('The browser’s storage did not take or give the journal.')
