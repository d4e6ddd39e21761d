import { untilLoaded } from '../until-loaded'
import { emptyForm } from './form-values'

let code: typeof import('./once-begun') | undefined

/** What the form needs once it is in use. Asked for again where it could not be had. */
// Kept: to import once more what is there takes a turn of the event loop, in which a page draws before it sends.
export const onceBegun = async () => (code ??= await import('./once-begun'))

/** What lists the choices of a project and of a secret. */
export const pickers = () => import('./pickers')

let begin: () => void
// Settled once the form is in use.
const begun = new Promise<void>((resolve) => {
  begin = resolve
})

/** The same, and what needs it waits until then: it is drawn before anything is sent. */
export const onceInUse = async () => {
  await begun
  return untilLoaded(onceBegun)
}

/** To be called once the form is in use: what it needs from then on is there before it is needed. */
export const loadLate = (): void => {
  begin()
  onceBegun().then(
    // The first judgement takes several times as long as the next one, as does the first time that is written: nobody
    // waits for these.
    ({ judge, loadFormats }) =>
      whenIdle(() => {
        void judge(emptyForm, undefined, unasked)
        whenIdle(loadFormats)
      }),
    () => undefined,
  )
}

const unasked = { fields: {}, shouldUseNativeValidation: false }

// Safari has no idle callbacks.
const whenIdle = (task: () => void) => {
  if (typeof requestIdleCallback === 'function') requestIdleCallback(task)
  else setTimeout(task, 200)
}

/**
 * Fetches the lists as soon as the page has nothing better to do, and tells when they are there.
 * @returns a function that stops waiting.
 */
export const whenPickersAreThere = (tell: () => void): (() => void) => {
  let waits = true
  const load = () => {
    if (waits)
      pickers().then(
        () => waits && tell(),
        () => undefined,
      )
  }
  whenIdle(load)
  return () => {
    waits = false
  }
}
