import type { OwnerRef } from '../../qovery/owner'
import * as z from 'zod/mini'
import { storage } from '../data/site-data'
import { nothingCollapsed, type Collapsed } from '../relations/collapsed'
import type { ColumnName } from './columns'
import { noTicks, type Ticks } from './ticks'

/** A row by its secret's id, since its place changes with the view, and the place where to look first. */
export interface ChosenRow {
  id: string
  index: number
  /** The cell of it that the keyboard is at. */
  cell?: ColumnName | undefined
}

/** How somebody left a project's list. */
interface ViewState {
  collapsed: Collapsed
  chosen: ChosenRow
  ticks: Ticks
}

const lists = new Map<string, ViewState>()

// In the order of the list nobody collapses so many by hand.
const ids = z.array(z.string()).check(z.maxLength(5000))
const record = (id: string) => storage('sessionStorage', `alias-console:collapsed:${id}`)
const ticked = (id: string) => storage('sessionStorage', `alias-console:ticked:${id}`)

/** How the list of an owner was left, to be written to while it is used. Kept as long as the page is. */
export const viewState = ({ id }: OwnerRef): ViewState => {
  const known = lists.get(id) ?? {
    collapsed: {
      ...nothingCollapsed,
      whole: new Set(z.safeParse(ids, record(id).readJson()).data ?? []),
    },
    chosen: { id: '', index: 0 },
    ticks: { ...noTicks, ids: new Set(z.safeParse(ids, ticked(id).readJson()).data ?? []) },
  }
  lists.set(id, known)
  return known
}

/** Remembers what is collapsed, also through a reload where nothing is searched for. */
export const storeCollapsed = (owner: OwnerRef, collapsed: Collapsed): void => {
  viewState(owner).collapsed = collapsed
  if (collapsed.whole.size === 0) record(owner.id).clear()
  else record(owner.id).write(JSON.stringify([...collapsed.whole]))
}

/** Remembers what is ticked, also through a reload. */
export const storeTicks = (owner: OwnerRef, ticks: Ticks): void => {
  viewState(owner).ticks = ticks
  if (ticks.ids.size === 0) ticked(owner.id).clear()
  else ticked(owner.id).write(JSON.stringify([...ticks.ids]))
}
