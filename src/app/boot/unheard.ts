/** What every letter and every press brings along, and no handler of the page is for: a test holds that. */
export const unheard: ReadonlySet<string> = new Set([
  'keypress',
  'keyup',
  'pointerdown',
  'pointerup',
  'mouseup',
  'selectionchange',
  'textInput',
])

type Listen = EventTarget['addEventListener']

/**
 * Attaches what listens to every event there is, as React does to its place and its document, but to none of the above.
 * React's way from such an event to no handler took a fifth of what a page does for a letter before it is painted.
 */
export const attachWithout = (places: readonly EventTarget[], attach: () => void): void => {
  for (const place of places) {
    const listen: Listen = place.addEventListener.bind(place)
    place.addEventListener = (...listening: Parameters<Listen>) => {
      if (!unheard.has(listening[0])) listen(...listening)
    }
  }
  try {
    attach()
  } finally {
    for (const place of places) Reflect.deleteProperty(place, 'addEventListener')
  }
}
