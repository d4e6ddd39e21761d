import { nothingCollapsed, type Collapsed } from '../relations/collapsed'

/** A row by its secret's id, since its place changes with the view, and the place where to look first. */
export interface ChosenRow {
  id: string
  index: number
}

/** How somebody left a project's list. */
interface LeftAt {
  collapsed: Collapsed
  chosen: ChosenRow
}

const lists = new Map<string, LeftAt>()

/** How the list of a project was left, to be written to while it is used. Kept as long as the page is. */
export const leftAt = (projectId: string): LeftAt => {
  const known = lists.get(projectId) ?? {
    collapsed: nothingCollapsed,
    chosen: { id: '', index: 0 },
  }
  lists.set(projectId, known)
  return known
}
