import { memo, type ReactNode } from 'react'
import type { Sorting, View } from '../relations/view'
import { columnNumber, columns, facts, hidden } from './columns'

const heads: [Sorting, string, string][] = [
  ['target', 'Points at', ''],
  ['type', 'Type', ''],
  ['scope', 'Scope', hidden.second],
  ['owner', 'Owner', hidden.second],
  ['description', 'Description', hidden.last],
  ['updated', 'Updated', ''],
]

interface ColumnHeadsProps extends Pick<View, 'sort' | 'descending'> {
  onView: (change: Partial<View>) => void
  /** Whether all rows that are shown are ticked, or some of them. */
  shownTicked: 'all' | 'some' | 'none'
  onTickShown: () => void
}

export const ColumnHeads = memo((props: ColumnHeadsProps) => (
  <div role="rowgroup" className={hidden.always}>
    <div
      role="row"
      aria-rowindex={1}
      className={`relative min-h-9 border-b border-line py-1.5 ${columns}`}
    >
      <Head {...props} of="key" label="Key" className="pl-[30px]">
        <input
          type="checkbox"
          aria-label="Select all rows that are shown"
          title="Select all rows that are shown"
          checked={props.shownTicked === 'all'}
          ref={(box) => {
            if (box !== null) box.indeterminate = props.shownTicked === 'some'
          }}
          onChange={props.onTickShown}
          className="absolute top-2.5 left-2.5 tick"
        />
      </Head>
      <div role="none" className={facts}>
        {heads.map(([of, label, className]) => (
          <Head key={of} {...props} of={of} label={label} className={className} />
        ))}
      </div>
      <div role="columnheader" aria-colindex={columnNumber('actions')} className="sr-only">
        Actions
      </div>
    </div>
  </div>
))

interface HeadProps extends Pick<ColumnHeadsProps, 'sort' | 'descending' | 'onView'> {
  of: Sorting
  label: string
  className: string
  children?: ReactNode
}

const Head = ({ of, label, className, sort, descending, onView, children }: HeadProps) => {
  const isSorted = sort === of
  return (
    <div
      role="columnheader"
      aria-colindex={columnNumber(of)}
      aria-sort={isSorted ? (descending ? 'descending' : 'ascending') : 'none'}
      className={className}
    >
      {children}
      <button
        type="button"
        // Whoever looks at times looks for the latest.
        onClick={() => onView({ sort: of, descending: isSorted ? !descending : of === 'updated' })}
        className={`min-h-6 rounded-small text-small hover:text-ink ${isSorted ? 'font-semibold text-ink' : 'text-muted'}`}
      >
        {label}
        <span aria-hidden="true">{isSorted && (descending ? ' ↓' : ' ↑')}</span>
      </button>
    </div>
  )
}
