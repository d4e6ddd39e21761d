/** Milliseconds within which a second SIGINT is the first one once more: npm hands on what the terminal has sent to all. */
const samePress = 1000

/**
 * Calls `stop` with the first signal that asks the process to end. It is asked once: others change nothing, but for a second
 * Ctrl-C, which ends the process at once.
 * @returns what asks like a signal.
 */
export const onStopSignal = (stop: () => void): (() => void) => {
  let asked: number | undefined
  const ask = () => {
    if (asked !== undefined) return
    asked = performance.now()
    stop()
  }
  process.on('SIGTERM', ask)
  // Of a terminal that is closed.
  process.on('SIGHUP', ask)
  process.on('SIGINT', () => {
    if (asked !== undefined && performance.now() - asked > samePress) process.exit(130)
    ask()
  })
  return ask
}

/**
 * Has a signal end the process at once while it starts, where it is the first one of its system, as in a container: to such
 * a one the system gives no signal that it does not listen for, and the stop would be lost. All others it ends by itself.
 * @returns what leaves the signals to others again.
 */
export const endWhileStarting = (): (() => void) => {
  if (process.pid !== 1) return () => undefined
  for (const signal of signals) process.on(signal, endAtOnce)
  return () => {
    for (const signal of signals) process.off(signal, endAtOnce)
  }
}

const endAtOnce = () => process.exit(143)
const signals = ['SIGTERM', 'SIGINT', 'SIGHUP'] as const
