/** Milliseconds between two looks at the parent process. */
const interval = 200

/**
 * Calls `stop` once whoever started this process is gone. For `npm start`: npm passes a signal on to its shell, which dies
 * of it and tells nobody. Windows does not say that a parent is gone.
 */
export const whenOrphaned = (stop: () => void) => {
  const parent = process.ppid
  const timer = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(timer)
    stop()
  }, interval)
  timer.unref()
}
