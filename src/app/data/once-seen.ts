/** Milliseconds for which a page must stay after something was painted, so that somebody can have seen it. */
const stay = 2000

const waiting = new Set<() => void>()
let isLeft = false
let timer: ReturnType<typeof setTimeout> | undefined

const wait = () => {
  clearTimeout(timer)
  if (waiting.size === 0 || isLeft || document.hidden) return
  timer = setTimeout(() => {
    const seen = [...waiting]
    waiting.clear()
    for (const act of seen) act()
  }, stay)
}

/**
 * To be called once something was painted: acts when somebody can have seen it, two seconds later, and never while the page
 * is being left. A page lives on until the next one comes, and what it shows then is seen by nobody.
 */
export const onceSeen = (act: () => void): void => {
  waiting.add(act)
  wait()
}

const setLeft = (left: boolean) => () => {
  isLeft = left
  wait()
}

if (!import.meta.env.SSR) {
  // Where the page stays after all, what it waits with is done after the next visit.
  addEventListener('beforeunload', setLeft(true))
  addEventListener('pagehide', setLeft(true))
  addEventListener('pageshow', setLeft(false))
  document.addEventListener('visibilitychange', wait)
}
