import * as z from 'zod/mini'
import type { YieldToMain } from '../yield-to-main'
import { readEarlierRow } from './earlier-row'
import { job, jobRow, recover, type Job, type JobRow } from '../run/job'
import { committed, openDatabase, promised } from '../../data/database'
import { browserClock } from '../../data/clock'
import { longestKept } from '../../operations/history'
import { asStored } from '../../operations/result'

export type Journal = Awaited<ReturnType<typeof openJournal>>

/** A job as the journal lists it. */
export interface RecordedJob {
  job: Job
  rows: number
}

/** How many jobs that were put away are kept, and how many rows of them. */
const [mostKept, mostRows] = [20, 200_000]

// Rows of one write: a transaction of very many would hold the page up.
const batch = 2000

const isOver = ({ isPutAway, startedAt }: Job) =>
  isPutAway === true && browserClock.now() - startedAt > longestKept

/**
 * Opens the record of bulk jobs in this browser: what was asked, and how far it came. It holds no token. It is beside the
 * ledger of operations only since a job can have 100,000 of them: each row is a small record of its own, which an operation
 * is made of anew, so that a step costs the same however long the job is, and memory stays small.
 * @throws a StorageError where the browser does not take or give it, as all that can be done with it does
 */
export const openJournal = async () => {
  const database = await openDatabase('alias-console-bulk', (made) => {
    made.createObjectStore('jobs', { keyPath: 'id' })
    made.createObjectStore('rows', { keyPath: ['jobId', 'place'] })
  })

  const save = async (rows: readonly JobRow[]) => {
    for (let start = 0; start < rows.length; start += batch) {
      await database.use((opened) => {
        const transaction = opened.transaction('rows', 'readwrite')
        const store = transaction.objectStore('rows')
        for (const row of rows.slice(start, start + batch))
          store.put(isPlain(row) ? row : asStored(row))
        return committed(transaction)
      })
    }
  }

  const put = (value: Job) =>
    database.use((opened) => {
      const transaction = opened.transaction('jobs', 'readwrite')
      transaction.objectStore('jobs').put(value)
      return committed(transaction)
    })

  const remove = (id: string) =>
    database.use((opened) => {
      const transaction = opened.transaction(['jobs', 'rows'], 'readwrite')
      transaction.objectStore('jobs').delete(id)
      transaction.objectStore('rows').delete(rangeOf(id))
      return committed(transaction)
    })

  const jobsAt = async (upstream: string): Promise<Job[]> => {
    const all = await database.use((opened) =>
      promised(opened.transaction('jobs').objectStore('jobs').getAll()),
    )
    return all
      .flatMap((each: unknown) => z.safeParse(job, each).data ?? [])
      .filter((each) => each.upstream === upstream)
      .toSorted((one, other) => other.startedAt - one.startedAt)
  }
  const currentOf = async (projectId: string, upstream: string) =>
    (await jobsAt(upstream)).filter(
      (each) => each.projectId === projectId && each.isPutAway !== true,
    )
  const countRows = (id: string) =>
    database.use((opened) =>
      promised(opened.transaction('rows').objectStore('rows').count(rangeOf(id))),
    )

  /** Keeps a job that has ended for the history, as long as there is room; one that has not is forgotten. */
  const keep = async (left: Job) => {
    if (left.state !== 'ended') return remove(left.id)
    await put({ ...left, isPutAway: true })
    const old = (await jobsAt(left.upstream)).filter(({ isPutAway }) => isPutAway === true)
    let kept = 0
    for (const [index, each] of old.entries()) {
      const rows = await countRows(each.id)
      // The latest one stays, whatever its size: it is what somebody may want to take back.
      if (index > 0 && (index >= mostKept || kept + rows > mostRows || isOver(each)))
        await remove(each.id)
      else kept += rows
    }
  }

  return {
    save,
    put,
    /** Writes a new job with its rows, in place of the project's earlier one. */
    begin: async (value: Job, rows: readonly JobRow[]) => {
      const earlier = await currentOf(value.projectId, value.upstream)
      await save(rows)
      // Last, so that a job is there with all of its rows or not at all.
      await put(value)
      for (const each of earlier) await keep(each)
    },
    /** Has a job make way for another one of the same project. */
    putAway: async (id: string, upstream: string) => {
      const found = (await jobsAt(upstream)).find((each) => each.id === id)
      if (found !== undefined) await keep(found)
    },
    /**
     * Makes a job that was put away its project's current one again.
     * @returns busy where that one has not ended, gone where the job was forgotten meanwhile; nothing was done then
     */
    bringBack: async ({ id, projectId, upstream }: Job): Promise<'back' | 'busy' | 'gone'> => {
      const found = (await jobsAt(upstream)).find((each) => each.id === id)
      if (found === undefined) return 'gone'
      const current = await currentOf(projectId, upstream)
      if (current.some(({ state }) => state !== 'ended')) return 'busy'
      for (const each of current) await put({ ...each, isPutAway: true })
      await put({ ...found, isPutAway: false })
      return 'back'
    },
    /** The project's current job, as far as it came; rows that were being sent have an unknown outcome. */
    restore: async (projectId: string, upstream: string, yieldToMain: YieldToMain) => {
      const [found] = await currentOf(projectId, upstream)
      if (found === undefined) return undefined
      const stored = await database.use((opened) =>
        promised(opened.transaction('rows').objectStore('rows').getAll(rangeOf(found.id))),
      )
      const rows: JobRow[] = []
      for (const each of stored as unknown[]) {
        const pause = yieldToMain()
        if (pause !== undefined) await pause
        const row = z.safeParse(jobRow, each).data ?? readEarlierRow(each, found)
        if (row !== undefined) rows.push(recover(row))
      }
      return { job: found, rows }
    },
    remove,
    /** All jobs, the latest first, with how many rows each has. */
    jobs: async (upstream: string): Promise<RecordedJob[]> =>
      Promise.all(
        (await jobsAt(upstream))
          .filter((each) => !isOver(each))
          .map(async (each) => ({ job: each, rows: await countRows(each.id) })),
      ),
    /** Forgets all jobs that were put away. */
    clear: async (upstream: string) => {
      for (const { id, isPutAway } of await jobsAt(upstream))
        if (isPutAway === true) await remove(id)
    },
    close: database.close,
  }
}

// Most rows: what failed in no way holds nothing that a browser cannot store as it is.
const isPlain = ({ result }: JobRow) => result === null || result.kind === 'done'

const rangeOf = (id: string) => IDBKeyRange.bound([id, 0], [id, Number.MAX_SAFE_INTEGER])
