import type { PlannedChange } from './plan-changes'

/** Calls that Qovery allows an hour for one token. Source: its documents on rate limits. */
export const callsAnHour = 1000

// Measured against a local server four at a time; the real one answers more slowly than this, not faster.
const callsASecond = 8

/** Seconds that so many calls take at least: those of the first hour at once, the rest as the limit lets them. */
export const estimateSeconds = (calls: number) =>
  Math.floor(Math.max(0, calls - 1) / callsAnHour) * 3600 +
  (calls === 0 ? 0 : (((calls - 1) % callsAnHour) + 1) / callsASecond)

/** A duration as people say it, rounded up. */
export const sayDuration = (seconds: number) => {
  if (seconds < 60) return 'less than a minute'
  const minutes = Math.ceil(seconds / 60)
  if (minutes < 60) return `about ${minutes} min`
  const hours = Math.floor(minutes / 60)
  const rest = minutes % 60
  return `about ${hours} h${rest === 0 ? '' : ` ${rest} min`}`
}

/** How many calls a job of a plan makes: each row's list and writes. */
export const callsOfChanges = (planned: readonly PlannedChange[]): number =>
  planned
    .map(({ operation }) => (operation === undefined ? 0 : operation.kind === 'repoint' ? 3 : 2))
    .reduce<number>((sum, calls) => sum + calls, 0)
