/** Milliseconds without a key or a pointer after which the token is forgotten, and how long before it is said. */
export const idleLimit = 15 * 60_000
export const idleWarning = 60_000

interface IdleWatch {
  /** Where keys and pointers are noticed. */
  target: EventTarget
  /** Called with true a minute before the end, with false when somebody came back in that minute. */
  onWarning: (warn: boolean) => void
  onIdle: () => void
  /** Whether something that somebody started, such as a job, uses the token at the moment. */
  isUsed?: () => boolean
}

// The one can be set back, the other may stand still while a computer sleeps.
const now = () => ({ wall: Date.now(), running: performance.now() })

// Not the scrolling itself: a page that changes above what is in sight scrolls by itself, also for our own warning.
const signs = ['keydown', 'pointerdown', 'pointermove', 'wheel']

/** Watches for idleness from now on. @returns a function that stops watching. */
export const watchIdle = ({ target, onWarning, onIdle, isUsed = () => false }: IdleWatch) => {
  let last = now()
  let warned = false
  const use = () => {
    last = now()
    if (warned) onWarning(false)
    warned = false
  }
  // Clocks, not a timer of 15 minutes: those stand still while a computer sleeps. What uses the token slept along, and
  // keeps it for nobody who wakes the computer.
  const look = () => {
    const { wall, running } = now()
    const idle = Math.max(wall - last.wall, running - last.running)
    if (idle >= idleLimit) {
      stop()
      onIdle()
    } else if (isUsed()) use()
    else if (idle >= idleLimit - idleWarning && !warned) {
      warned = true
      onWarning(true)
    }
  }
  const notice = () => {
    look()
    use()
  }
  const timer = setInterval(look, 1000)
  for (const sign of signs) target.addEventListener(sign, notice, { capture: true, passive: true })
  const stop = () => {
    clearInterval(timer)
    for (const sign of signs) target.removeEventListener(sign, notice, { capture: true })
  }
  return stop
}
