/** A value that many read, and that tells them when another takes its place. */
export interface Store<Value> {
  read: () => Value
  /** Puts another value in its place; the very same one is no change. */
  write: (next: Value) => void
  /** @returns what ends the subscription */
  subscribe: (notify: () => void) => () => void
}

export const createStore = <Value>(first: Value): Store<Value> => {
  const listeners = new Set<() => void>()
  let value = first
  return {
    read: () => value,
    write: (next) => {
      if (Object.is(next, value)) return
      value = next
      for (const notify of listeners) notify()
    },
    subscribe: (notify) => {
      listeners.add(notify)
      return () => void listeners.delete(notify)
    },
  }
}
