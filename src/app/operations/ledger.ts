import * as z from 'zod/mini'
import { atMost, committed, openDatabase, promised } from '../data/database'
import { openChannel } from '../data/site-data'
import { ledgerHint } from './use-needed'
import { mark, operation } from './operation'
import { asStored, result } from './result'

/** An operation of which something was sent, and what is known of it: it outlives a reload and a crash. */
const entry = z.object({
  operation,
  mark,
  /** Null while nothing is known, or nobody has been able to find out. */
  result: z.nullable(result),
  /** Who answered for Qovery: nothing is said of it to another. */
  upstream: z.string(),
  /** The tab that sent it, which tells what became of it. */
  tab: z.string(),
  /** Of a creation: somebody has seen that it is there, and may yet undo it. */
  isPast: z.boolean(),
})
export type Entry = z.infer<typeof entry>
export type Ledger = ReturnType<typeof openLedger>

/** Milliseconds after which no call waits for a browser's storage any more; to tell what is left from before can come late. */
const patience = { readwrite: 2000, readonly: 30_000 }
const name = 'alias-console-operations'

/**
 * What this browser remembers of operations that are not settled, and of results that nobody has seen yet; of all its tabs.
 * Where a browser stores nothing, it remembers nothing, and nothing else breaks.
 */
export const openLedger = (upstream: string) => {
  let isKept = true
  let isHinted = false
  let opened: ReturnType<typeof openDatabase> | undefined
  let notify: ((id: string) => void) | undefined

  /** @returns undefined where nothing is stored */
  const use = async <Answer>(act: (store: IDBObjectStore) => Promise<Answer>, mode: Mode) => {
    const used = async () => {
      opened ??= openDatabase(name, (made) => {
        made.createObjectStore('entries', { keyPath: 'operation.id' })
      })
      const database = await opened
      const found = await database.use(async (connection) => {
        const transaction = connection.transaction('entries', mode)
        const answered = act(transaction.objectStore('entries'))
        const [answer] = await Promise.all([
          answered,
          mode === 'readwrite' && committed(transaction),
        ])
        return answer
      })
      return { found }
    }
    try {
      const end = await atMost(patience[mode], used())
      isKept = end !== undefined
      return end?.found
    } catch {
      opened = undefined
      isKept = false
      return undefined
    }
  }

  return {
    /** Whether the last thing was stored. */
    isKept: () => isKept,
    /** What is there; an entry that cannot be read takes no other along. */
    read: async (): Promise<Entry[]> => {
      const found = (await use((store) => promised<unknown[]>(store.getAll()), 'readonly')) ?? []
      return found
        .flatMap((each) => z.safeParse(entry, each).data ?? [])
        .filter((each) => each.upstream === upstream)
        .toSorted((one, other) => one.operation.agreedAt - other.operation.agreedAt)
    },
    /** Resolves once it is stored, or cannot be. */
    put: async (put: Omit<Entry, 'upstream'>): Promise<void> => {
      const stored = asStored({ ...put, upstream })
      // Before it: what is stored without a hint would never be looked for.
      if (!isHinted) ledgerHint.write('1')
      isHinted = true
      await use((store) => promised(store.put(stored)), 'readwrite')
      notify?.(put.operation.id)
    },
    remove: async (id: string): Promise<void> => {
      await use((store) => promised(store.delete(id)), 'readwrite')
      const left = await use((store) => promised(store.count()), 'readonly')
      if (left === 0) {
        ledgerHint.clear()
        isHinted = false
      }
      notify?.(id)
    },
    /** Listens to other tabs, which tell the id of an operation whenever something is written of it. */
    follow: (onChange: (id: string) => void) => {
      notify = openChannel(name, (data) => {
        if (typeof data === 'string') onChange(data)
      })
    },
  }
}

type Mode = 'readonly' | 'readwrite'
