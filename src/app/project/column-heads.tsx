import { memo, type ReactNode } from 'react'
import type { Sorting, View } from '../relations/view'
import { headsId } from './reveal'
import { columnNumber, columns, facts, hidden } from './columns'

const heads: [Sorting, string, string][] = [
  ['target', 'Points at', ''],
  ['type', 'Type', ''],
  ['scope', 'Scope', hidden.second],
  ['owner', 'Owner', hidden.second],
  ['description', 'Description', hidden.last],
  ['updated', 'Updated', ''],
]

// They stay nearer to the window's edge than the page keeps what takes focus: it would be scrolled a little by each Tab.
const inSight = '-scroll-mt-3'

interface ColumnHeadsProps extends Pick<View, 'sort' | 'descending'> {
  onView: (change: Partial<View>) => void
  /** Whether all rows that are shown are ticked, or some of them. */
  shownTicked: 'all' | 'some' | 'none'
  onTickShown: () => void
}

/**
 * The names of the columns, which stay below the app's bar while the list is scrolled. They cover the edges of the list with
 * their own, and what is behind their round corners: no row shows there.
 */
export const ColumnHeads = memo((props: ColumnHeadsProps) => (
  <div
    role="rowgroup"
    id={headsId}
    className={`sticky top-12 z-1 -mx-px -mt-px bg-page ${hidden.always}`}
  >
    <div
      role="row"
      aria-rowindex={1}
      className={`relative min-h-9 rounded-t-card border border-line bg-surface py-1.5 ${columns}`}
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
          className={`absolute top-2.5 left-2.5 tick ${inSight}`}
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
        className={`${inSight} min-h-6 rounded-small text-small hover:text-ink ${isSorted ? 'font-semibold text-ink' : 'text-muted'}`}
      >
        {label}
        <span aria-hidden="true">{isSorted && (descending ? ' ↓' : ' ↑')}</span>
      </button>
    </div>
  )
}
