import { readFileSync } from 'node:fs'

/** Milliseconds between two looks at the parent process. */
const interval = 200

/** Who started this process: to be read before anything else, for it can be gone before all is up. */
const starter = process.ppid

interface Looks {
  first?: number
  now?: () => number
  /** The name of the system's first process; empty where it has none to tell. */
  nameOfFirst?: () => string
}

/**
 * Calls `stop` once whoever started this process is gone. For `npm start`: npm passes a signal on to its shell, which dies
 * of it and tells nobody. Windows does not say that a parent is gone.
 */
export const whenOrphaned = (
  stop: () => void,
  { first = starter, now = () => process.ppid, nameOfFirst = readNameOfFirst }: Looks = {},
) => {
  // What has lost its parent is the first process's; in a container that can be npm itself.
  if (
    now() !== first ||
    (first === 1 && !/^(?:p?npm|yarn|bun|node|MainThread)/.test(nameOfFirst()))
  ) {
    stop()
    return
  }
  const timer = setInterval(() => {
    if (now() === first) return
    clearInterval(timer)
    stop()
  }, interval)
  timer.unref()
}

const readNameOfFirst = () => {
  try {
    return readFileSync('/proc/1/comm', 'utf8')
  } catch {
    return ''
  }
}
