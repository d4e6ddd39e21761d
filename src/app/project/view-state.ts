import type { OwnerRef } from '../../qovery/owner'
import * as z from 'zod/mini'
import { browserClock } from '../data/clock'
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

// A browser brings its tabs back the next morning: nobody remembers by then what they ticked.
const ticksLifetime = 8 * 3_600_000
const ticked = z.object({ at: z.number(), ids })
const tickedRecord = (id: string) => storage('sessionStorage', `alias-console:ticked:${id}`)
const readTicked = (id: string): string[] => {
  const { data } = z.safeParse(ticked, tickedRecord(id).readJson())
  return data !== undefined && browserClock.now() - data.at < ticksLifetime ? data.ids : []
}

/** How the list of an owner was left, to be written to while it is used. Kept as long as the page is. */
export const viewState = ({ id }: OwnerRef): ViewState => {
  const known = lists.get(id) ?? {
    collapsed: {
      ...nothingCollapsed,
      whole: new Set(z.safeParse(ids, record(id).readJson()).data ?? []),
    },
    chosen: { id: '', index: 0 },
    ticks: { ...noTicks, ids: new Set(readTicked(id)) },
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

/** Remembers what is ticked, through a reload as well where that is of the same working day. */
export const storeTicks = (owner: OwnerRef, ticks: Ticks): void => {
  viewState(owner).ticks = ticks
  const kept = tickedRecord(owner.id)
  if (ticks.ids.size === 0) kept.clear()
  else kept.write(JSON.stringify({ at: browserClock.now(), ids: [...ticks.ids] }))
}
