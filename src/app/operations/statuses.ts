import { createStore } from '../data/store'
import type { Progress } from './kind'
import type { Mark, Operation } from './operation'
import type { Result } from './result'

/** Where an operation stands, as this tab knows it. */
export interface Status {
  operation: Operation
  /** How far it got; undefined while nothing was sent. */
  mark: Mark | undefined
  /** What it waits for, while it is under way in this tab. */
  progress: Progress | undefined
  result: Result | undefined
  /** Whether another tab is at it. */
  isElsewhere: boolean
  /** Whether a form or a dialog shows it, so that no notice has to. */
  isAttended: boolean
  /** Whether this tab began it. */
  isOwn: boolean
  /** Of a creation: somebody has seen that it is there. */
  isPast: boolean
  /** Of one that is past: whether it was so before this page was loaded, and nobody has gone on since. */
  isRestored: boolean
}

const nothing = {
  mark: undefined,
  progress: undefined,
  result: undefined,
  isElsewhere: false,
  isOwn: true,
  isPast: false,
  isRestored: false,
}

export type Statuses = ReturnType<typeof createStatuses>

/** Where each operation stands that a tab knows of, in the order in which they were agreed to. */
export const createStatuses = () => {
  const attended = new Map<string, number>()
  let all: readonly Status[] = []
  // Behind it by what was put and is not told yet.
  const told = createStore(all)

  const find = (id: string) => all.find(({ operation }) => operation.id === id)
  const notify = () => told.write(all)
  const put = (operation: Operation, fields: Omit<Partial<Status>, 'operation'>) => {
    const before = find(operation.id)
    const isAttended = attended.has(operation.id)
    const status = { ...nothing, isAttended, ...before, ...fields, operation }
    all =
      before === undefined
        ? [...all, status].toSorted(
            (one, other) => one.operation.agreedAt - other.operation.agreedAt,
          )
        : all.map((each) => (each === before ? status : each))
  }
  const set: typeof put = (operation, fields) => {
    put(operation, fields)
    notify()
  }

  return {
    read: () => all,
    subscribe: told.subscribe,
    find,
    set,
    /** The same, and tells nobody until something else is told: each drawing delays what is awaited. */
    put,
    drop: (id: string) => {
      all = all.filter((each) => each.operation.id !== id)
      notify()
    },

    /** Whoever shows an operation by itself says so. @returns what ends that */
    attend: (id: string) => {
      const count = (by: number) => {
        const next = (attended.get(id) ?? 0) + by
        if (next > 0) attended.set(id, next)
        else attended.delete(id)
        const status = find(id)
        if (status !== undefined && status.isAttended !== next > 0)
          set(status.operation, { isAttended: next > 0 })
      }
      count(1)
      return () => count(-1)
    },
  }
}
