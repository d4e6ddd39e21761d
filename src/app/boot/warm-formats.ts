import { formRuntime } from '../create/load-runtime'

/**
 * Makes the formatters of times once somebody works with the form and the page is idle. The first one loads the browser's
 * data of languages, which takes 20 to 30 ms: nobody waits for that after a press.
 */
export const warmFormats = (): void => {
  document.addEventListener('focusin', onFocusIn)
}

const onFocusIn = ({ target }: FocusEvent) => {
  if (!(target instanceof Element) || target.closest('form[data-ready]') === null) return
  document.removeEventListener('focusin', onFocusIn)
  void warm()
}

const warm = async () => {
  const { loadFormats } = await formRuntime.get()
  // Safari has no idle callbacks.
  if (typeof requestIdleCallback === 'function') requestIdleCallback(loadFormats)
  else setTimeout(loadFormats, 200)
}
