import { useSyncExternalStore } from 'react'
import { once } from './once'

interface InstantProps {
  /** The timestamp as the server wrote it. */
  text: string
  /** Milliseconds since 1970; undefined where the text could not be read. */
  epoch: number | undefined
}

// A page's first formatter loads the browser's data of languages, which takes 20 to 30 ms: none before it is needed.
const local = once(
  () => new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' }),
)
const relative = once(() => new Intl.RelativeTimeFormat('en', { numeric: 'auto', style: 'short' }))

/** Makes ready what writes times, where that can be done before anybody waits for it. */
export const loadFormats = (): void => {
  local()
  relative()
}

/** A time in the reader's zone and words, with the exact instant on hover. */
export const Instant = ({ text, epoch }: InstantProps) => {
  if (epoch === undefined) return <>{text}</>
  const exact = new Date(epoch).toISOString()
  return (
    <time dateTime={exact} title={text}>
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
  ['second', 1],
]

/** How long ago, in the largest unit that fits. `now` and `epoch` in milliseconds since 1970. */
export const ago = (epoch: number, now: number) => {
  const seconds = Math.round((epoch - now) / 1000)
  if (seconds === 0) return 'just now'
  const [unit, size] =
    units.find(([, each]) => Math.abs(seconds) >= each) ?? (['second', 1] as const)
  return relative().format(Math.trunc(seconds / size), unit)
}

const everySecond = (notify: () => void) => {
  const timer = setInterval(notify, 1000)
  return () => clearInterval(timer)
}
const wholeSecond = () => Math.floor(Date.now() / 1000) * 1000

/** The time in whole seconds, milliseconds since 1970, re-rendered each second. */
export const useNow = () => useSyncExternalStore(everySecond, wholeSecond)
