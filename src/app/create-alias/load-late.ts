/** What the form needs once it is in use. Asked for again where it could not be had. */
export const onceBegun = () => import('./once-begun')

/** What lists the choices of a project and of a secret. */
export const pickers = () => import('./pickers')

let begin: () => void
/** Settled once the form is in use. */
export const begun = new Promise<void>((resolve) => {
  begin = resolve
})

/** To be called once the form is in use: what it needs from then on is there before it is needed. */
export const loadLate = (): void => {
  begin()
  onceBegun().catch(() => undefined)
}

/** Fetches the lists as soon as the page has nothing better to do. @returns a function that takes it back. */
export const loadPickers = (): (() => void) => {
  const load = () => {
    pickers().catch(() => undefined)
  }
  if (typeof requestIdleCallback !== 'function') {
    const timer = setTimeout(load, 200)
    return () => clearTimeout(timer)
  }
  const request = requestIdleCallback(load)
  return () => cancelIdleCallback(request)
}
