/** Milliseconds without a key or a pointer after which the token is forgotten, and how long before it is said. */
export const idleLimit = 15 * 60_000
export const idleWarning = 60_000
/** Milliseconds without a key or a pointer after which it is forgotten also where something needs it all the while. */
export const unattendedLimit = 24 * 3_600_000

interface IdleWatch {
  /** Where keys and pointers are noticed. */
  target: EventTarget
  /** Called with true a minute before the end, with false when somebody came back in that minute. */
  onWarning: (warn: boolean) => void
  onIdle: () => void
  /** Whether something that somebody started, such as a job, needs the token now. */
  isNeeded?: () => boolean
}

// The one can be set back, the other may stand still while a computer sleeps.
const now = () => ({ wall: Date.now(), running: performance.now() })

const since = (then: ReturnType<typeof now>) => {
  const { wall, running } = now()
  return Math.max(wall - then.wall, running - then.running)
}

const signs = ['keydown', 'pointerdown', 'pointermove', 'scroll']

/** Watches for idleness from now on. @returns a function that stops watching. */
export const watchIdle = ({ target, onWarning, onIdle, isNeeded = () => false }: IdleWatch) => {
  let last = now()
  let attended = last
  let warned = false
  const use = () => {
    last = now()
    if (warned) onWarning(false)
    warned = false
  }
  // Clocks, not a timer of 15 minutes: those stand still while a computer sleeps. What needs the token slept along, and
  // keeps none for whoever wakes it.
  const look = () => {
    const idle = since(last)
    const unattended = since(attended)
    if (idle >= idleLimit || unattended >= unattendedLimit) {
      stop()
      onIdle()
    } else if (isNeeded() && unattended < unattendedLimit - idleWarning) use()
    else if (!warned && (idle >= idleLimit - idleWarning || isNeeded())) {
      warned = true
      onWarning(true)
    }
  }
  const notice = () => {
    look()
    use()
    attended = last
  }
  const timer = setInterval(look, 1000)
  for (const sign of signs) target.addEventListener(sign, notice, { capture: true, passive: true })
  const stop = () => {
    clearInterval(timer)
    for (const sign of signs) target.removeEventListener(sign, notice, { capture: true })
  }
  return stop
}
