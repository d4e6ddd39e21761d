import { useEffect, useRef, type RefObject } from 'react'
import { isWithin, type Owner } from '../../qovery/owner'
import { isAsWanted } from '../operations/result'
import { useStatuses } from '../operations/use-operations'
import type { Row } from '../relations/rows'
import { moveFocus } from '../ui/move-focus'
import type { ChosenRow } from './view-state'

interface ChangedRow {
  owner: Owner
  rows: readonly Row[]
  chosen: ChosenRow
  choose: (id: string, index: number) => void
  /** Brings a row in sight. */
  show: (index: number) => void
  grid: RefObject<HTMLElement | null>
}

/** Keeps the place in a list where something was just edited, re-pointed or deleted. */
export const useChangedRow = ({ owner, rows, chosen, choose, show, grid }: ChangedRow) => {
  const ended = useStatuses().findLast(
    ({ operation, result }) =>
      isWithin(owner, operation.owner) &&
      operation.kind !== 'create' &&
      result !== undefined &&
      isAsWanted(result, operation),
  )
  const { operation, result } = ended ?? {}
  const wasId = operation?.kind === 'create' ? undefined : operation?.seen.id
  const changedId = result?.kind === 'done' ? result.secret?.id : undefined
  const goneId = operation?.kind === 'delete' ? wasId : undefined
  const operationId = operation?.id
  const shownFor = useRef(operationId)
  // What was there before the list is nothing that just happened to it.
  const before = useRef(operationId)

  useEffect(() => {
    if (operationId === undefined || operationId === before.current) return
    // Whoever stood on a row stands on what became of it, or on what follows it.
    const index = rows.findIndex(({ related }) => related.secret.id === (changedId ?? chosen.id))
    const isOwn = chosen.id === wasId
    if (isOwn && changedId !== undefined && changedId !== wasId && index !== -1)
      choose(changedId, index)
    if (isOwn && goneId !== undefined && index === -1) {
      const at = Math.min(chosen.index, rows.length - 1)
      const next = rows[at]?.related.secret.id
      if (next !== undefined) choose(next, at)
    }
    if (shownFor.current !== operationId && (changedId === undefined || index !== -1)) {
      shownFor.current = operationId
      if (changedId !== undefined) show(index)
    }
    // The button that it was asked for with may have gone with its row.
    if (document.activeElement === document.body) moveFocus(grid.current, { preventScroll: true })
  }, [operationId, rows, changedId, goneId, wasId, chosen, choose, show, grid, shownFor])
  return { changedId, goneId }
}
