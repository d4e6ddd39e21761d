import type { Clock } from '../../data/clock'

/** Why nothing is sent at the moment. `until`, and `at` of the refusal, in epoch milliseconds. */
export type Hold =
  | { kind: 'paused' }
  | { kind: 'token'; at: number }
  | { kind: 'busy' | 'offline'; until: number }

export type Control = ReturnType<typeof createControl>

/** What people and refusals say to a running job; everything that sends asks it first. */
export const createControl = (clock: Clock, onChange: () => void) => {
  let [paused, cancelled] = [false, false]
  /** When it was refused. */
  let token: number | undefined
  let wait: { kind: 'busy' | 'offline'; until: number } | undefined
  let epoch = 0
  let changed = new AbortController()
  const cancelling = new AbortController()

  const change = () => {
    const before = changed
    changed = new AbortController()
    before.abort()
    onChange()
  }

  const hold = (): Hold | undefined => {
    if (token !== undefined) return { kind: 'token', at: token }
    if (paused) return { kind: 'paused' }
    return wait !== undefined && wait.until > clock.now() ? wait : undefined
  }

  return {
    hold,
    /** Whether somebody chose that nothing is sent until they say so, whatever else holds it up. */
    get paused() {
      return paused && !cancelled
    },
    get cancelled() {
      return cancelled
    },
    /** Aborted when the job is cancelled. */
    cancelSignal: cancelling.signal,
    /** Counts the pauses for a token: a refusal of a call that began before the last one says nothing new. */
    get epoch() {
      return epoch
    },
    pause: () => {
      paused = true
      change()
    },
    /** Goes on, after a pause or with another token. */
    resume: () => {
      paused = false
      token = undefined
      change()
    },
    /** Goes on with another token, unless somebody paused it as well. */
    takeToken: () => {
      token = undefined
      change()
    },
    cancel: () => {
      cancelled = true
      cancelling.abort()
      change()
    },
    refuseToken: (begunIn: number) => {
      if (begunIn !== epoch) return
      epoch += 1
      token = clock.now()
      change()
    },
    /** Nothing is sent for so many milliseconds; of several such holds the longest counts. */
    waitFor: (kind: 'busy' | 'offline', milliseconds: number) => {
      const until = clock.now() + milliseconds
      if (wait === undefined || until > wait.until) wait = { kind, until }
      change()
    },
    /** Resolves when something may be sent, when the job was cancelled, or, once woken, when nothing waits for it any more. */
    ready: async (isOver = () => false) => {
      for (;;) {
        const held = hold()
        if (held === undefined || cancelled || isOver()) return
        if ('until' in held) await clock.sleep(held.until - clock.now(), changed.signal)
        else await aborted(changed.signal)
      }
    },
    /** Has whatever waits look again whether it should. */
    wake: change,
    /** Sleeps, but not longer than until the job is cancelled. */
    sleep: async (milliseconds: number) => {
      const until = clock.now() + milliseconds
      for (;;) {
        const left = until - clock.now()
        if (cancelled || left <= 0) return
        await clock.sleep(left, changed.signal)
      }
    },
  }
}

const aborted = (signal: AbortSignal) =>
  new Promise<void>((resolve) => {
    signal.addEventListener('abort', () => resolve(), { once: true })
  })
