import { memo } from 'react'
import type { Sorting, View } from '../relations/view'

/** Columns of the tree: on a phone the key stands above the others. */
export const columns =
  'grid grid-cols-[minmax(0,1fr)_32px] items-center gap-x-3 pr-2 pl-3 sm:grid-cols-[minmax(0,1fr)_104px_112px_96px_88px_32px] lg:grid-cols-[minmax(0,1fr)_150px_136px_112px_112px_32px]'

const heads: [Sorting, string][] = [
  ['key', 'Key'],
  ['type', 'Type'],
  ['scope', 'Scope'],
  ['owner', 'Owner'],
  ['updated', 'Updated'],
]

interface ColumnHeadsProps extends Pick<View, 'sort' | 'descending'> {
  onView: (change: Partial<View>) => void
}

export const ColumnHeads = memo(({ sort: sortedBy, descending, onView }: ColumnHeadsProps) => (
  <div role="rowgroup" className="max-sm:hidden">
    <div role="row" aria-rowindex={1} className={`min-h-9 border-b border-line ${columns}`}>
      {heads.map(([sort, label]) => {
        const sorted = sortedBy === sort
        return (
          <div
            key={sort}
            role="columnheader"
            aria-sort={sorted ? (descending ? 'descending' : 'ascending') : 'none'}
          >
            <button
              type="button"
              onClick={() => onView({ sort, descending: sorted && !descending })}
              className={`min-h-6 rounded-small text-small hover:text-ink ${sorted ? 'font-semibold text-ink' : 'text-muted'}`}
            >
              {label}
              <span aria-hidden="true">{sorted && (descending ? ' ↓' : ' ↑')}</span>
            </button>
          </div>
        )
      })}
      <div role="columnheader" className="sr-only">
        Actions
      </div>
    </div>
  </div>
))
