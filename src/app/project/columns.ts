/** What the tree tells of a secret, from the first cell of a row to the last. */
export const columnNames = [
  'key',
  'target',
  'type',
  'scope',
  'owner',
  'description',
  'updated',
  'actions',
] as const
export type ColumnName = (typeof columnNames)[number]

/** Number of a column, from 1. */
export const columnNumber = (name: ColumnName): number => columnNames.indexOf(name) + 1

/**
 * The columns of a row by the width of the tree: with little room the key stands above the others, and the last ones to
 * come are those that matter least.
 */
export const columns =
  'grid grid-cols-[minmax(0,1fr)_auto] items-start gap-x-3 pr-2 pl-9 @min-[840px]/tree:grid-cols-[minmax(0,5fr)_minmax(0,4fr)_104px_116px_32px] @min-[1060px]/tree:grid-cols-[minmax(0,5fr)_minmax(0,4fr)_104px_104px_96px_116px_32px] @min-[1360px]/tree:grid-cols-[minmax(0,5fr)_minmax(0,4fr)_112px_112px_112px_minmax(0,5fr)_116px_32px]'

/** What holds the cells between the key and the last one: with little room they follow each other in a line. */
export const facts =
  'col-start-1 row-start-2 flex min-w-0 flex-wrap gap-x-3 pb-1.5 pl-(--indent) text-muted @min-[840px]/tree:contents'

/** Hides a cell where the tree is too narrow for its column. */
export const hidden = {
  always: '@max-[840px]/tree:hidden',
  second: '@min-[840px]/tree:@max-[1060px]/tree:hidden',
  last: '@max-[1360px]/tree:hidden',
} as const

/** Pixels of the tree's width from which on a row is a line of columns. */
export const widthOfColumns = 840
