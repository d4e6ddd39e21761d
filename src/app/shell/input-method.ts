/**
 * Leaves to an input method the keys that it is used with: while a text is composed, Enter converts, Escape takes back
 * and arrows choose, and no handler of the page hears of them. What watches from the window, as for idleness, still does.
 * To be called once.
 */
export const leaveKeysToInputMethods = (): void => {
  document.addEventListener('keydown', leaveToInputMethod, true)
}

const leaveToInputMethod = (event: KeyboardEvent) => {
  // Safari tells of the key that ends a composition after its end, and marks it by this code alone. Source: UI Events,
  // "Legacy key attributes".
  if (!event.isComposing && event.keyCode !== 229) return
  event.stopPropagation()
  // Nor does the browser send a form or close a dialog by it. The method itself has had the key before.
  if (event.key === 'Enter' || event.key === 'Escape') event.preventDefault()
}
