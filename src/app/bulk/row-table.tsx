import { useRef, type ReactNode } from 'react'
import { VList, type VListHandle } from 'virtua'
import { cut } from '../ui/cut'
import { Name } from '../ui/name'

interface RowTableProps<Row> {
  label: string
  columns: readonly string[]
  /** Indexes of the rows that are shown. */
  indexes: readonly number[]
  rows: readonly Row[]
  /** Indexes of rows that stay while they are out of sight: what somebody types there is theirs. */
  keepMounted?: Pick<ReadonlySet<number>, 'has'>
  children: (row: Row, rowIndex: number) => ReactNode
}

// As high as its rows are, up to a height that leaves room for what is done with them, and for the page to be scrolled.
const listHeight = { height: 'auto', maxHeight: 'max(432px, 60dvh)', contain: 'content' }

// Where a reason would have no room, it stands below the other cells; on a phone the target stands below its alias, too.
const grid = [
  'grid gap-x-3 gap-y-1 px-3',
  'grid-cols-[24px_minmax(0,1fr)_auto] *:nth-3:col-start-2 *:nth-3:-col-end-1 *:nth-3:row-start-2',
  '*:nth-4:col-start-3 *:nth-4:row-start-1 *:nth-5:col-start-2 *:nth-5:-col-end-1',
  'min-[640px]:grid-cols-[32px_minmax(0,1fr)_minmax(0,1fr)_104px] min-[640px]:*:nth-3:col-start-3 min-[640px]:*:nth-3:col-end-auto',
  'min-[640px]:*:nth-3:row-start-1 min-[640px]:*:nth-4:col-start-4',
  'min-[900px]:grid-cols-[48px_minmax(0,5fr)_minmax(0,4fr)_104px_minmax(0,6fr)] min-[900px]:items-center',
  'min-[900px]:*:nth-5:col-start-5',
].join(' ')

/** A table of very many rows, of which only those in sight are drawn. */
export const RowTable = <Row,>(props: RowTableProps<Row>) => {
  const { label, columns, indexes, rows, keepMounted, children } = props
  const list = useRef<VListHandle>(null)
  return (
    <div
      role="table"
      aria-label={label}
      aria-rowcount={indexes.length + 1}
      className="overflow-hidden rounded-card border border-line"
    >
      <div
        role="rowgroup"
        className="hidden overflow-hidden border-b border-line bg-sunken [scrollbar-gutter:stable] min-[900px]:block"
      >
        <div role="row" aria-rowindex={1} className={`${grid} h-8 text-small text-muted`}>
          {columns.map((column) => (
            <span key={column} role="columnheader">
              {column}
            </span>
          ))}
        </div>
      </div>
      <VList
        ref={list}
        role="rowgroup"
        tabIndex={0}
        aria-label={`Rows of ${label}`}
        data={indexes}
        onKeyDown={(event) => {
          // Rows whose names take several lines grow as they come in sight: the browser would stop where their end was.
          if (event.key !== 'End' || event.target !== event.currentTarget) return
          event.preventDefault()
          list.current?.scrollToIndex(indexes.length - 1, { align: 'end' })
        }}
        style={listHeight}
        keepMounted={indexes.flatMap((rowIndex, index) =>
          keepMounted?.has(rowIndex) === true ? [index] : [],
        )}
        className="scroll-shadows [scrollbar-gutter:stable]"
      >
        {(rowIndex, index) => {
          const row = rows[rowIndex]
          return (
            <div
              key={rowIndex}
              role="row"
              aria-rowindex={index + 2}
              className={`list-row ${grid} min-h-9 border-b border-line py-1.5 text-small min-[900px]:py-1`}
            >
              {row !== undefined && children(row, rowIndex)}
            </div>
          )
        }}
      </VList>
    </div>
  )
}

interface CellProps {
  children: string
  /** A name that stands below it. */
  below?: string | undefined
}

/** A cell that shows a name as a sentence does, in as many lines as that takes: nothing hovers on a touch screen. */
export const Cell = ({ children, below }: CellProps) => (
  <span role="cell" className="min-w-0 font-mono wrap-anywhere">
    {children !== '' && <Name of={children} className="" />}
    {below !== undefined && (
      <span className="block font-sans text-muted">
        <bdi translate="no">{cut(below)}</bdi>
      </span>
    )}
  </span>
)
