import { isNarrowed, toSearch, wholeList, type View } from './view'

/** What is hidden below lines of the tree: ids of the secrets that stand above it. */
export interface Collapsed {
  whole: ReadonlySet<string>
  /** Of the one search and the filters that it was hidden under: another search shall find it. */
  narrowed: { by: string; ids: ReadonlySet<string> }
}

const none: ReadonlySet<string> = new Set()

export const nothingCollapsed: Collapsed = { whole: none, narrowed: { by: '', ids: none } }

/** What is collapsed in a view: all that matches is in sight, until somebody hides it there. */
export const collapsedIn = ({ whole, narrowed }: Collapsed, view: View): ReadonlySet<string> => {
  if (!isNarrowed(view)) return whole
  return narrowed.by === narrowing(view) ? narrowed.ids : none
}

/** The same with what is below one secret hidden, or shown, in a view. */
export const collapse = (
  collapsed: Collapsed,
  view: View,
  id: string,
  hide: boolean,
): Collapsed => {
  const ids = new Set(collapsedIn(collapsed, view))
  if (hide) ids.add(id)
  else ids.delete(id)
  return isNarrowed(view)
    ? { ...collapsed, narrowed: { by: narrowing(view), ids } }
    : { ...collapsed, whole: ids }
}

// An order leaves nothing out.
const narrowing = (view: View) =>
  toSearch({ ...view, sort: wholeList.sort, descending: wholeList.descending })
