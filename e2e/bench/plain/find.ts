/** @throws where the page has no such element: its HTML and its script do not belong together. */
export const find = <Kind extends HTMLElement>(selector: string, kind: new () => Kind): Kind => {
  const element = document.querySelector(selector)
  if (!(element instanceof kind)) throw new Error(`The page has no ${selector}.`)
  return element
}
