import type { KeyboardEvent } from 'react'
import type { Secret } from '../../qovery/schema'
import type { Row } from '../relations/rows'
import { singleKeys } from '../page/shortcuts'
import { columnNames, type ColumnName } from './columns'
import { keyTarget } from './key-target'
import type { Ticking } from './use-ticks'
import type { ChosenRow } from './view-state'
import { cellId, rowId } from './secret-row'

interface TreeKeys {
  rows: readonly Row[]
  chosen: ChosenRow
  activeIndex: number
  activate: (index: number, cell: ColumnName | undefined) => void
  choose: (id: string, index: number, cell?: ColumnName) => void
  onCollapse: (id: string, hide: boolean) => void
  open: (secret: Pick<Secret, 'id'>) => void
  createAlias: (secret: Secret) => void
  ticking: Ticking
}

/** What each key does in the tree. @returns a function that tells whether a key was one of these */
export const useTreeKeys = (keys: TreeKeys) => {
  const { rows, chosen, activeIndex, activate, choose, onCollapse, open, createAlias } = keys
  const active = rows[activeIndex]

  const enter = (secret: Secret) => {
    if (chosen.cell === 'actions') openMenu(secret)
    else if (chosen.cell === 'target' && secret.aliased_secret !== null) open(secret.aliased_secret)
    else open(secret)
  }
  /** What ticks rows. @returns whether a key did */
  const tick = ({ key, ctrlKey, metaKey, shiftKey }: KeyboardEvent, { id }: Secret): boolean => {
    const { ticking } = keys
    if (key === ' ' && !ctrlKey) ticking.tick(id, shiftKey)
    else if (key.toLowerCase() === 'a' && (ctrlKey || metaKey)) ticking.tickShown()
    else if (key === 'Escape' && ticking.ids.size > 0) ticking.clear()
    else if (shiftKey && !ctrlKey && (key === 'ArrowDown' || key === 'ArrowUp')) {
      const next = activeIndex + (key === 'ArrowDown' ? 1 : -1)
      const row = rows[next]
      if (row === undefined) return true
      ticking.tickNext(id, row.related.secret.id)
      activate(next, chosen.cell)
    } else return false
    return true
  }
  const actionOf = ({ key, shiftKey }: KeyboardEvent) => {
    if (key === 'Enter') return enter
    if (key === 'c' && singleKeys.read()) return createAlias
    if (key === 'ContextMenu' || (key === 'F10' && shiftKey)) return openMenu
    return undefined
  }

  return (event: KeyboardEvent): boolean => {
    if (active === undefined) return false
    const { key, ctrlKey: ctrl } = event
    const { secret } = active.related
    if (tick(event, secret)) {
      if (event.key === ' ') choose(secret.id, activeIndex, chosen.cell)
      return true
    }
    if (event.metaKey) return false
    const cells = shownCells(secret.id)
    const at = chosen.cell === undefined ? -1 : cells.indexOf(chosen.cell)
    const from = { row: activeIndex, cell: at === -1 ? undefined : at }
    const target = keyTarget({ key, ctrl }, from, rows, cells.length)
    if (target !== undefined) {
      activate(target.row, target.cell === undefined ? undefined : cells[target.cell])
      return true
    }
    if (ctrl) return false
    if (key === 'ArrowLeft' && active.expanded === true) onCollapse(secret.id, true)
    else if (key === 'ArrowRight' && active.expanded === false) onCollapse(secret.id, false)
    else {
      const act = actionOf(event)
      if (act === undefined) return false
      choose(secret.id, activeIndex, chosen.cell)
      act(secret)
    }
    return true
  }
}

/** The cells of a row that are drawn and hold something: the width of the page decides. */
const shownCells = (id: string): ColumnName[] =>
  columnNames.filter((name) => document.getElementById(cellId(id, name))?.checkVisibility())

const openMenu = ({ id }: Secret) => document.getElementById(`${rowId(id)}-menu`)?.click()
