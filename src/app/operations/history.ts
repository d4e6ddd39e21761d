import * as z from 'zod/mini'
import { atMost, committed, openDatabase, promised } from '../data/database'
import { openChannel } from '../data/site-data'
import { createStore } from '../data/store'
import { once } from '../ui/once'
import { operation, type Operation } from './operation'
import { asStored, isAsWanted, result, type Result } from './result'

/** An operation of this browser, and what came of it. It holds no token, and no value of a secret. */
const past = z.object({
  operation,
  result,
  /** Who answered for Qovery: nothing is said of it to another. */
  upstream: z.string(),
  /** Epoch milliseconds at which it was known what came of it. */
  endedAt: z.number(),
})
export type Past = z.infer<typeof past>
// Of an entry that cannot be read in full, whose it is.
const addressed = z.object({ operation: z.object({ id: z.string() }), upstream: z.string() })

const name = 'alias-console-history'
/** Milliseconds after which nothing waits any more until an operation is kept. */
const patience = 2000
/** How many operations are kept at most, and for how many milliseconds. */
export const mostKept = 500
export const longestKept = 90 * 24 * 60 * 60_000

/**
 * What this browser's operations came to, for all its tabs. It only tells: what is not settled is the ledger's. Where a
 * browser stores nothing, there is none, and nothing else breaks.
 */
export const openHistory = (upstream: string, now: () => number) => {
  const edition = createStore(0)
  const announce = () => edition.write(edition.read() + 1)
  // Not before there is something to say: what prerenders the form would wait for it.
  const channel = once(() => ({ post: openChannel(name, announce) }))
  let opened: ReturnType<typeof openDatabase> | undefined

  /** @returns undefined where nothing is stored */
  const use = async <Answer>(
    mode: IDBTransactionMode,
    act: (store: IDBObjectStore) => Promise<Answer>,
  ): Promise<Answer | undefined> => {
    try {
      opened ??= openDatabase(name, (made) => {
        const store = made.createObjectStore('past', { keyPath: 'operation.id' })
        store.createIndex('endedAt', 'endedAt')
      })
      const database = await opened
      return await database.use(async (connection) => {
        const transaction = connection.transaction('past', mode)
        const answer = await act(transaction.objectStore('past'))
        if (mode === 'readwrite') await committed(transaction)
        return answer
      })
    } catch {
      opened = undefined
      return undefined
    }
  }

  const changed = () => {
    channel().post('')
    announce()
  }

  return {
    /** What is there, newest first; an entry that cannot be read takes no other along. Undefined: nothing is stored here. */
    read: async (): Promise<readonly Past[] | undefined> => {
      const found = await use('readonly', (store) => promised<unknown[]>(store.getAll()))
      return found
        ?.flatMap((each) => z.safeParse(past, each).data ?? [])
        .filter((each) => each.upstream === upstream && now() - each.endedAt < longestKept)
        .toSorted((one, other) => other.endedAt - one.endedAt)
    },
    /**
     * Keeps what came of an operation, in the place of what was known of it before. Of what was never sent nothing is kept.
     * Resolves once it is stored, cannot be, or takes too long.
     */
    add: async (ended: Operation, came: Result): Promise<void> => {
      if (!wasSent(ended, came)) return
      const entry: Past = { operation: ended, result: came, upstream, endedAt: now() }
      const stored = asStored(entry)
      const keep = use('readwrite', async (store) => {
        store.put(stored)
        await forgetOld(store, now())
      })
      await atMost(patience, keep.then(changed))
    },
    clear: async (): Promise<void> => {
      // What another upstream answered is neither shown nor counted here.
      await use('readwrite', async (store) => {
        const entries = await promised<unknown[]>(store.getAll())
        for (const each of entries) {
          const { data } = z.safeParse(addressed, each)
          if (data?.upstream === upstream) store.delete(data.operation.id)
        }
      })
      changed()
    },
    /** Tells whenever there is something new, from any tab. @returns what ends that */
    follow: (notify: () => void) => {
      channel()
      return edition.subscribe(notify)
    },
  }
}

const wasSent = (of: Operation, came: Result) =>
  isAsWanted(came, of) ||
  !(
    came.kind === 'cancelled' ||
    (came.kind === 'stale' && !came.sent) ||
    (came.kind === 'refused' && came.left === 'unchanged' && came.failure?.sent === false)
  )

const forgetOld = async (store: IDBObjectStore, now: number) => {
  const ids = await promised(store.index('endedAt').getAllKeys())
  const old = await promised(
    store.index('endedAt').getAllKeys(IDBKeyRange.upperBound(now - longestKept)),
  )
  const excess = ids.slice(0, Math.max(0, ids.length - mostKept))
  for (const id of new Set([...excess, ...old])) store.delete(id)
}
