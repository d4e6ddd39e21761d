import { lazyCode } from '../data/lazy-code'
import { emptyForm } from './form-values'

/** What the form needs once it is in use. */
export const onceBegun = lazyCode(() => import('./once-begun'))

/** What lists the choices of a project and of a secret. */
export const pickers = lazyCode(() => import('./pickers'))

let begin: () => void
// Settled once the form is in use.
const begun = new Promise<void>((resolve) => {
  begin = resolve
})

/** The same, and what needs it waits until then: it is drawn before anything is sent. */
export const onceInUse = async () => {
  await begun
  return onceBegun.get()
}

/** To be called once the form is in use: what it needs from then on is there before it is needed. */
export const loadLate = (): void => {
  begin()
  // The first judgement takes several times as long as the next one, as does the first time that is written: nobody
  // waits for these.
  void onceBegun.get().then(({ judge, loadFormats }) =>
    whenIdle(() => {
      void judge(emptyForm, undefined, unasked)
      whenIdle(loadFormats)
    }),
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
    if (waits) void pickers.get().then(() => waits && tell())
  }
  whenIdle(load)
  return () => {
    waits = false
  }
}
