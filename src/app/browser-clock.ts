import type { Clock } from './outcome/outcome'

export const browserClock: Clock = {
  now: () => Date.now(),
  sleep: (milliseconds, cancel) =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, milliseconds)
      cancel?.addEventListener('abort', () => {
        clearTimeout(timer)
        resolve()
      })
    }),
}
