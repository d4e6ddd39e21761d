import type { WindowVirtualizerHandle } from 'virtua'

// Pixels: the app's bar, and what is kept free below it and above the window's end, as the page's own scrolling does: theme.css.
export const bar = 48
const margin = 16

/** The element of the list itself, which focus goes back to. */
export const treeId = 'secrets-tree'

/** The element of the columns' names, which lies over the rows that are scrolled below it. */
export const headsId = 'column-heads'

/** The element of what lies over the end of the list, while it is there. */
export const barId = 'selected-rows'

/** Nothing where it is not there, or not drawn: the columns' names are not where there is little room. */
const heightOf = (id: string) => document.getElementById(id)?.offsetHeight ?? 0

const edgesOf = (list: WindowVirtualizerHandle, rows: Element, index: number) => {
  const top = rows.getBoundingClientRect().top + list.getItemOffset(index)
  return { top, bottom: top + list.getItemSize(index) }
}

/** Whether any of a row can be seen. `rows` is the element that holds them all. */
export const isInSight = (list: WindowVirtualizerHandle, rows: Element, index: number): boolean => {
  const { top, bottom } = edgesOf(list, rows, index)
  return bottom > bar + heightOf(headsId) && top < innerHeight - heightOf(barId)
}

/** Brings a row wholly in sight, clear of what lies over the list, by the shortest way. */
export const reveal = (list: WindowVirtualizerHandle, rows: Element, index: number): void => {
  const { top, bottom } = edgesOf(list, rows, index)
  const above = bar + heightOf(headsId) + margin
  const below = heightOf(barId) + margin
  if (top < above) list.scrollToIndex(index, { align: 'start', offset: -above })
  else if (bottom > innerHeight - below) list.scrollToIndex(index, { align: 'end', offset: below })
}
