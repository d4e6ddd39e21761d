/** Time as procedures see it, so that tests need not wait. */
export interface Clock {
  /** Epoch milliseconds. */
  now: () => number
  /** Resolves after `milliseconds`, or as soon as it is cancelled. */
  sleep: (milliseconds: number, cancel?: AbortSignal) => Promise<void>
}

export const browserClock: Clock = {
  now: () => Date.now(),
  sleep: (milliseconds, cancel) =>
    new Promise((resolve) => {
      if (cancel?.aborted === true) return resolve()
      const done = () => {
        clearTimeout(timer)
        cancel?.removeEventListener('abort', done)
        resolve()
      }
      const timer = setTimeout(done, milliseconds)
      cancel?.addEventListener('abort', done)
    }),
}
