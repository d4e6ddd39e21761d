import { moveFocus } from '../ui/move-focus'

let stop = () => {}

/**
 * Takes focus to where a page begins, as a browser does that loads one, as soon as that is drawn. What the page itself
 * focuses, or somebody meanwhile, stays.
 * @param kind the event of the history that led here
 * @param search the query that the page was opened with
 */
export const focusOnNavigation = (kind: string, search: string): void => {
  stop()
  const back = kind === 'popstate'
  // On the way back the browser itself finds the place.
  if (!back) scrollTo(0, 0)
  let before: Element | null
  const focusStart = () => {
    const { activeElement, body } = document
    // Somebody has gone on, or the page has.
    if ((activeElement !== before && activeElement !== body) || !isFree(activeElement)) {
      stop()
      return
    }
    const target = beginning(back, search)
    if (target === undefined) return
    stop()
    if (target.tabIndex < 0) target.tabIndex = -1
    moveFocus(target, { preventScroll: target.id !== 'key' })
  }
  const observer = new MutationObserver(focusStart)
  // The page that is left is gone by then.
  const timer = setTimeout(() => {
    before = document.activeElement
    observer.observe(document.body, { childList: true, subtree: true })
    focusStart()
  })
  stop = () => {
    clearTimeout(timer)
    observer.disconnect()
  }
}

/** Whether focus is on nothing that somebody works with: nowhere, outside the page's own part, or on its heading. */
const isFree = (element: Element | null): boolean =>
  element === null ||
  !element.checkVisibility() ||
  element.closest('main') === null ||
  element.matches('main, h1')

/** What was in use when the page was left; what a form opened for a secret, or for a place, asks for next; else the heading. */
const beginning = (back: boolean, search: string): HTMLElement | undefined => {
  const asked = new URLSearchParams(search)
  return (
    (back ? drawn('[data-left]') : undefined) ??
    (asked.has('project') ? drawn(asked.has('secret') ? '#key' : '#secret') : undefined) ??
    drawn('h1')
  )
}

// A page that is about to give way to another is still there, and hidden.
const drawn = (selector: string) =>
  [...document.querySelectorAll<HTMLElement>(`main ${selector}`)].find((element) =>
    element.checkVisibility(),
  )
