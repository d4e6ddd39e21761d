import type { Store } from './store'
import { isOfTheDisk, StorageFailure } from './store-error'

interface Waiting {
  /** Does the work within a transaction. Returns what tells its caller, to be called once that is on the disk. */
  attempt: () => () => void
  fail: (error: unknown) => void
}

/**
 * Commits the works of calls that come at the same time together: what a commit takes is the disk's time, and is the same
 * for one and for many. Nobody is told of a work before it is on the disk, and each is done whole or not at all, whatever
 * becomes of the others.
 */
export const createCommits = (store: Store) => {
  let waiting: Waiting[] = []

  const commitTogether = (works: readonly Waiting[]) => {
    try {
      const tell = store.transaction(() => works.map(({ attempt }) => attempt()))
      for (const each of tell) each()
    } catch (error) {
      const [first, ...others] = works
      if (others.length === 0) first?.fail(error)
      // Nothing of them is kept. What is too much for the disk need not be all of them.
      else for (const work of works) commitTogether([work])
    }
  }

  const commitWaiting = () => {
    const works = waiting
    waiting = []
    commitTogether(works)
  }

  /** Rejects with StorageFailure where the disk did not take it, and with what `work` throws: then nothing was changed. */
  return <Result>(work: () => Result): Promise<Result> =>
    new Promise((resolve, reject) => {
      const attempt = () => {
        try {
          const result = store.part(work)
          return () => resolve(result)
        } catch (error) {
          if (error instanceof StorageFailure || isOfTheDisk(error)) throw error
          return () => reject(error)
        }
      }
      // By then all that has come in together waits.
      if (waiting.length === 0) setImmediate(commitWaiting)
      waiting.push({ attempt, fail: reject })
    })
}
