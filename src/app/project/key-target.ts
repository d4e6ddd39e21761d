import type { Row } from '../relations/rows'

const page = 10

/** Where the keyboard is in a tree of rows: at one of a row’s cells, or at the row as a whole. */
export interface TreeCell {
  row: number
  /** Which of the row's cells, from 0; undefined for the row as a whole. */
  cell: number | undefined
}

/**
 * The cell or row that a key moves to; undefined where it moves to none. Source: WAI-ARIA authoring practices, treegrid, where rows
 * have focus first. Beyond it, the left arrow leads from a row that hides nothing to the one above it, as in a tree.
 * @param cells how many cells a row shows
 */
export const keyTarget = (
  { key, ctrl = false }: { key: string; ctrl?: boolean },
  { row, cell }: TreeCell,
  rows: readonly Pick<Row, 'level' | 'expanded'>[],
  cells: number,
): TreeCell | undefined => {
  const last = rows.length - 1
  const at = (to: number): TreeCell => ({ row: Math.min(last, Math.max(0, to)), cell })
  const isInRow = cell !== undefined && !ctrl
  if (ctrl && key !== 'Home' && key !== 'End') return undefined
  switch (key) {
    case 'ArrowDown':
      return at(row + 1)
    case 'ArrowUp':
      return at(row - 1)
    case 'PageDown':
      return at(row + page)
    case 'PageUp':
      return at(row - page)
    case 'Home':
      return isInRow ? { row, cell: 0 } : at(0)
    case 'End':
      return isInRow ? { row, cell: cells - 1 } : at(last)
    case 'ArrowRight':
      if (cell !== undefined) return { row, cell: Math.min(cells - 1, cell + 1) }
      return rows[row]?.expanded === false ? undefined : { row, cell: 0 }
    case 'ArrowLeft': {
      if (cell !== undefined) return { row, cell: cell === 0 ? undefined : cell - 1 }
      const parent = rows[row]?.expanded === true ? undefined : parentIndex(row, rows)
      return parent === undefined ? undefined : { row: parent, cell }
    }
    default:
      return undefined
  }
}

const parentIndex = (index: number, rows: readonly Pick<Row, 'level'>[]) => {
  const level = rows[index]?.level ?? 1
  const above = rows.slice(0, index).findLastIndex((row) => row.level < level)
  return above === -1 ? undefined : above
}
