/** Milliseconds without a key or a pointer after which the token is forgotten, and how long before it is said. */
export const idleLimit = 15 * 60_000
export const idleWarning = 60_000

interface IdleWatch {
  /** Where keys and pointers are noticed. */
  target: EventTarget
  /** Called with true a minute before the end, with false when somebody came back in that minute. */
  onWarning: (warn: boolean) => void
  onIdle: () => void
}

// The one can be set back, the other may stand still while a computer sleeps.
const now = () => ({ wall: Date.now(), running: performance.now() })

const signs = ['keydown', 'pointerdown', 'pointermove', 'scroll']

/** Watches for idleness from now on. @returns a function that stops watching. */
export const watchIdle = ({ target, onWarning, onIdle }: IdleWatch) => {
  let last = now()
  let warned = false
  // Clocks, not a timer of 15 minutes: those stand still while a computer sleeps.
  const look = () => {
    const { wall, running } = now()
    const idle = Math.max(wall - last.wall, running - last.running)
    if (idle >= idleLimit) {
      stop()
      onIdle()
    } else if (idle >= idleLimit - idleWarning && !warned) {
      warned = true
      onWarning(true)
    }
  }
  const notice = () => {
    look()
    last = now()
    if (warned) onWarning(false)
    warned = false
  }
  const timer = setInterval(look, 1000)
  for (const sign of signs) target.addEventListener(sign, notice, { capture: true, passive: true })
  const stop = () => {
    clearInterval(timer)
    for (const sign of signs) target.removeEventListener(sign, notice, { capture: true })
  }
  return stop
}
