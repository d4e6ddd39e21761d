import { useSyncExternalStore } from 'react'
import { once } from './once'

interface InstantProps {
  /** The timestamp as the server wrote it. */
  text: string
  /** Milliseconds since 1970; undefined where the text could not be read. */
  epoch: number | undefined
}

// A page's first formatter loads the browser's data of languages, which takes 20 to 30 ms: none before it is needed.
// In the page's own language, whatever the browser's: digits and months of another one would stand in English sentences.

const clock = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const
const day = { year: 'numeric', month: 'short', day: 'numeric' } as const
const local = once(() => new Intl.DateTimeFormat('en', { ...day, ...clock }))
const date = once(() => new Intl.DateTimeFormat('en', day))
const clockToSecond = { ...clock, second: '2-digit' } as const
const second = once(() => new Intl.DateTimeFormat('en', clockToSecond))
const exact = once(
  () =>
    new Intl.DateTimeFormat('en', {
      ...day,
      ...clockToSecond,
      timeZoneName: 'shortOffset',
    }),
)
const relative = once(() => new Intl.RelativeTimeFormat('en', { numeric: 'auto' }))

/** Makes ready what writes times, where that can be done before anybody waits for it. */
export const loadFormats = (): void => {
  local()
  relative()
}

/** A time to the second with the zone of the reader, such as "Feb 11, 2025, 09:14:27 UTC+1". */
export const exactInstant = (epoch: number): string => exact().format(epoch).replace('GMT', 'UTC')

/** The time of the day in hours and minutes, such as "09:14". It needs no formatter, and so is there at once. */
export const timeOfDay = (epoch: number): string => {
  const at = new Date(epoch)
  return [at.getHours(), at.getMinutes()].map((part) => String(part).padStart(2, '0')).join(':')
}

/** The same with the second: when something that waits goes on. */
export const secondOfDay = (epoch: number): string => second().format(epoch)

/** A time in the reader's zone, with the second and the zone on hover. */
export const Instant = ({ text, epoch }: InstantProps) => {
  if (epoch === undefined) return <>{text}</>
  return (
    <time dateTime={new Date(epoch).toISOString()} title={exactInstant(epoch)}>
      {local().format(epoch)}
    </time>
  )
}

const units: [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
]

/**
 * How long ago, in the largest unit that fits; nobody needs a fact that changes each second. `now` and `epoch` in
 * milliseconds since 1970.
 */
export const ago = (epoch: number, now: number) => {
  const seconds = Math.round((epoch - now) / 1000)
  const found = units.find(([, each]) => Math.abs(seconds) >= each)
  if (found === undefined) return 'just now'
  const [unit, size] = found
  return relative().format(Math.trunc(seconds / size), unit)
}

// Milliseconds for which "12 days ago" says more than a date.
const recent = 30 * 86_400_000

/** How long ago, or the date where that is more than 30 days. `now` and `epoch` in milliseconds since 1970. */
export const when = (epoch: number, now: number): string =>
  now - epoch > recent ? date().format(epoch) : ago(epoch, now)

const everySecond = (notify: () => void) => {
  const timer = setInterval(notify, 1000)
  return () => clearInterval(timer)
}
const wholeSecond = () => Math.floor(Date.now() / 1000) * 1000

/** The time in whole seconds, milliseconds since 1970, re-rendered each second. */
export const useNow = () => useSyncExternalStore(everySecond, wholeSecond)
