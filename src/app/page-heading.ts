/** What of the page’s own part is in sight: a page that is about to give way to another is still there, and hidden. */
export const drawn = (selector: string): HTMLElement | undefined =>
  [...document.querySelectorAll<HTMLElement>(`main ${selector}`)].find((element) =>
    element.checkVisibility(),
  )

/** Lets something have focus that the keys do not stop at. */
export const focusable = (element: HTMLElement): HTMLElement => {
  if (element.tabIndex < 0) element.tabIndex = -1
  return element
}

/** Where the page begins, to be focused. */
export const pageHeading = (): HTMLElement | undefined => {
  const heading = drawn('h1')
  return heading && focusable(heading)
}
