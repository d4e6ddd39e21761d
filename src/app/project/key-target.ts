import type { Row } from '../relations/rows'

const page = 10

/** The row that a key moves to from the one at `index`; undefined where it moves to none. Source: WAI-ARIA treegrid. */
export const keyTarget = (
  key: string,
  index: number,
  rows: readonly Pick<Row, 'level' | 'expanded'>[],
): number | undefined => {
  const last = rows.length - 1
  const at = (to: number) => Math.min(last, Math.max(0, to))
  switch (key) {
    case 'ArrowDown':
      return at(index + 1)
    case 'ArrowUp':
      return at(index - 1)
    case 'PageDown':
      return at(index + page)
    case 'PageUp':
      return at(index - page)
    case 'Home':
      return 0
    case 'End':
      return last
    case 'ArrowRight':
      return rows[index]?.expanded === true ? at(index + 1) : undefined
    case 'ArrowLeft':
      return rows[index]?.expanded === true ? undefined : parentIndex(index, rows)
    default:
      return undefined
  }
}

const parentIndex = (index: number, rows: readonly Pick<Row, 'level'>[]) => {
  const level = rows[index]?.level ?? 1
  const above = rows.slice(0, index).findLastIndex((row) => row.level < level)
  return above === -1 ? undefined : above
}
