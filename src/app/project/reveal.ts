import type { WindowVirtualizerHandle } from 'virtua'

// Pixels kept free above and below, as the page's own scrolling keeps them: theme.css.
const [above, margin] = [64, 16]

/** The element of the list itself, which focus goes back to. */
export const treeId = 'secrets-tree'

/** The element of what lies over the end of the list, while it is there. */
export const barId = 'selected-rows'

const freeBelow = () => margin + (document.getElementById(barId)?.offsetHeight ?? 0)

const edgesOf = (list: WindowVirtualizerHandle, rows: Element, index: number) => {
  const top = rows.getBoundingClientRect().top + list.getItemOffset(index)
  return { top, bottom: top + list.getItemSize(index) }
}

/** Whether any of a row can be seen. `rows` is the element that holds them all. */
export const isInSight = (list: WindowVirtualizerHandle, rows: Element, index: number): boolean => {
  const { top, bottom } = edgesOf(list, rows, index)
  return bottom > 0 && top < innerHeight
}

/** Brings a row wholly in sight, clear of the bar, by the shortest way. */
export const reveal = (list: WindowVirtualizerHandle, rows: Element, index: number): void => {
  const { top, bottom } = edgesOf(list, rows, index)
  const below = freeBelow()
  if (top < above) list.scrollToIndex(index, { align: 'start', offset: -above })
  else if (bottom > innerHeight - below) list.scrollToIndex(index, { align: 'end', offset: below })
}
