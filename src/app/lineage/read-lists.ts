import { ApiError } from '../../qovery/errors'
import type { OwnerRef } from '../../qovery/owner'
import { createStore } from '../data/store'

/** How it went with one list. refused: this token may not read it · failed: it could be asked for again. */
export type Outcome = 'read' | 'refused' | 'failed'

/** How far the reading of many lists is. */
export interface Reading {
  status: 'running' | 'paused' | 'cancelled' | 'done'
  /** Whether the server asked to wait, so that the reading paused by itself. */
  isLimited: boolean
  total: number
  /** By the id of the owner. */
  outcomes: ReadonlyMap<string, Outcome>
}

/** So many lists are asked for at a time at most: the limit of requests is everybody's. */
const atOnce = 4

const outcomeOf = (error: unknown): Outcome | 'limit' => {
  if (!(error instanceof ApiError) || error.kind !== 'http') return 'failed'
  if (error.status === 429) return 'limit'
  return error.status === 401 || error.status === 403 || error.status === 404 ? 'refused' : 'failed'
}

/**
 * Reads the lists of many owners, a few at a time. What one of them may not be read is an outcome and no error of the whole.
 * @param read asks for a list, and keeps it
 */
export const readLists = <Of extends OwnerRef>(
  owners: readonly Of[],
  read: (owner: Of, signal: AbortSignal) => Promise<unknown>,
) => {
  let waiting = [...owners]
  let outcomes = new Map<string, Outcome>()
  const running = new Map<Of, AbortController>()
  const store = createStore<Reading>({
    status: 'running',
    isLimited: false,
    total: owners.length,
    outcomes,
  })
  const write = (fields: Partial<Reading>) => store.write({ ...store.read(), ...fields })
  const setOutcome = (owner: Of, outcome: Outcome) => {
    outcomes = new Map(outcomes).set(owner.id, outcome)
    write({ outcomes })
  }

  const readOne = async (owner: Of) => {
    const abort = new AbortController()
    running.set(owner, abort)
    const outcome = await read(owner, abort.signal).then(() => 'read' as const, outcomeOf)
    running.delete(owner)
    if (abort.signal.aborted) return
    if (outcome === 'limit') {
      waiting.unshift(owner)
      if (store.read().status === 'running') write({ status: 'paused', isLimited: true })
    } else setOutcome(owner, outcome)
    goOn()
  }
  const goOn = () => {
    if (store.read().status !== 'running') return
    while (running.size < atOnce) {
      const next = waiting.shift()
      if (next === undefined) break
      void readOne(next)
    }
    if (running.size === 0) write({ status: 'done' })
  }
  goOn()

  return {
    store,
    /** Asks for no more lists for now; those that are asked for come in. */
    pause: () => {
      if (store.read().status === 'running') write({ status: 'paused', isLimited: false })
    },
    resume: () => {
      if (store.read().status !== 'paused') return
      write({ status: 'running', isLimited: false })
      goOn()
    },
    /** Ends it; what was read stays. */
    cancel: () => {
      waiting = []
      for (const abort of running.values()) abort.abort()
      if (store.read().status !== 'done') write({ status: 'cancelled', isLimited: false })
    },
    /** Asks again for what failed. */
    retry: () => {
      if (store.read().status !== 'done') return
      waiting = owners.filter(({ id }) => outcomes.get(id) === 'failed')
      write({ status: 'running' })
      goOn()
    },
  }
}
export type ListReader = ReturnType<typeof readLists>
