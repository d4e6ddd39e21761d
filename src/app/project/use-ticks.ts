import { useCallback, useMemo, useState } from 'react'
import type { Owner } from '../../qovery/owner'
import { withoutBegun } from '../change/chosen-rows'
import type { Relations } from '../relations/relate'
import type { Row } from '../relations/rows'
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
  const { order, shown, context } = useMemo(() => {
    const all = rows.map(({ related }) => related.secret.id)
    // What is only there since something stands below it was not asked for.
    const unasked = new Set(all.filter((_, index) => rows[index]?.context))
    return { order: all, shown: all.filter((id) => !unasked.has(id)), context: unasked }
  }, [rows])
  const change = useCallback(
    (next: (before: Ticks) => Ticks) => {
      storeTicks(owner, next(viewState(owner).ticks))
      setTicks(viewState(owner).ticks)
    },
    [owner],
  )
  const tick = useCallback(
    (id: string, isRange: boolean) =>
      change((before) => (isRange ? withRange(before, id, order, context) : toggled(before, id))),
    [change, order, context],
  )
  const tickNext = useCallback(
    (id: string, next: string) => change((before) => withNext(before, id, next)),
    [change],
  )
  const tickShown = useCallback(() => change((before) => withAll(before, shown)), [change, shown])
  const untickShown = useCallback(
    () => change((before) => withNone(before, shown)),
    [change, shown],
  )
  const clear = useCallback(() => change(() => noTicks), [change])
  const ids = useMemo(
    // Others may have deleted some meanwhile.
    () => new Set([...ticks.ids].filter((id) => relations.has(id))),
    [ticks, relations],
  )
  return useMemo(() => {
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
  }, [ids, tick, tickNext, tickShown, untickShown, clear, shown])
}
