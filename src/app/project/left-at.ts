import type { OwnerRef } from '../../qovery/owner'
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

/** How the list of an owner was left, to be written to while it is used. Kept as long as the page is. */
export const leftAt = ({ id }: OwnerRef): LeftAt => {
  const known = lists.get(id) ?? {
    collapsed: nothingCollapsed,
    chosen: { id: '', index: 0 },
  }
  lists.set(id, known)
  return known
}
