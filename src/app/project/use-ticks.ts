import { useCallback, useMemo, useState } from 'react'
import type { Owner } from '../../qovery/owner'
import { withoutBegun } from '../change/chosen-rows'
import type { Relations } from '../relations/relate'
import type { Row } from '../relations/rows'
import { once } from '../ui/once'
import {
  noTicks,
  shownTicked,
  toggled,
  withAll,
  withNext,
  withNone,
  withRange,
  type Ticks,
} from './ticks'
import { storeTicks, viewState } from './view-state'

export type Ticking = ReturnType<typeof useTicks>

/** What was ticked, but for what was done since: the next thing is not to take it along. */
const storedTicks = (owner: Owner): Ticks => {
  const { ticks } = viewState(owner)
  const left = withoutBegun(ticks.ids)
  if (left.length < ticks.ids.size) storeTicks(owner, { ...noTicks, ids: new Set(left) })
  return viewState(owner).ticks
}

/** Which rows of an owner's list are ticked, kept as long as its tab is. */
export const useTicks = (owner: Owner, rows: readonly Row[], relations: Relations) => {
  const [ticks, setTicks] = useState(() => storedTicks(owner))
  // Not before somebody ticks: a letter of a search changes the rows, and 10,000 are read through in its way.
  const ofRows = useMemo(
    () =>
      once(() => {
        const order = rows.map(({ related }) => related.secret.id)
        // What is only there since something stands below it was not asked for.
        const context = new Set(order.filter((_, index) => rows[index]?.context))
        return { order, shown: order.filter((id) => !context.has(id)), context }
      }),
    [rows],
  )
  const change = useCallback(
    (next: (before: Ticks) => Ticks) => {
      storeTicks(owner, next(viewState(owner).ticks))
      setTicks(viewState(owner).ticks)
    },
    [owner],
  )
  const tick = useCallback(
    (id: string, isRange: boolean) =>
      change((before) => {
        if (!isRange) return toggled(before, id)
        const { order, context } = ofRows()
        return withRange(before, id, order, context)
      }),
    [change, ofRows],
  )
  const tickNext = useCallback(
    (id: string, next: string) => change((before) => withNext(before, id, next)),
    [change],
  )
  const tickShown = useCallback(
    () => change((before) => withAll(before, ofRows().shown)),
    [change, ofRows],
  )
  const untickShown = useCallback(
    () => change((before) => withNone(before, ofRows().shown)),
    [change, ofRows],
  )
  const clear = useCallback(() => change(() => noTicks), [change])
  const ids = useMemo(
    // Others may have deleted some meanwhile.
    () => new Set([...ticks.ids].filter((id) => relations.has(id))),
    [ticks, relations],
  )
  return useMemo(() => {
    const shown = ids.size === 0 ? [] : ofRows().shown
    const of = shownTicked({ ids }, shown)
    return {
      ids,
      tick,
      tickNext,
      tickShown,
      clear,
      shown,
      shownTicked: of,
      toggleShown: of === 'all' ? untickShown : tickShown,
    }
  }, [ids, tick, tickNext, tickShown, untickShown, clear, ofRows])
}
