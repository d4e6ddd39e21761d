import type { ReactNode } from 'react'
import type { Row } from '../relations/rows'
import { aboutSecret } from '../alias/about-secret'
import { cut } from '../ui/cut'
import { Icon } from '../ui/icon'

interface KeyCellProps {
  row: Row
  onCollapse: (hide: boolean) => void
  /** The key itself, as a link. */
  children: ReactNode
}

/** A key where it stands in the tree, and whatever must be known at a glance. */
export const KeyCell = ({ row, onCollapse, children }: KeyCellProps) => {
  const { related, level, position, siblings, expanded } = row
  const { secret, orphaned } = related
  return (
    <div role="gridcell" className="min-w-0 max-sm:row-start-1">
      <div
        className="flex min-w-0 items-center gap-1.5"
        // No list is as deep as a hostile one can claim to be.
        style={{ paddingLeft: (Math.min(level, 6) - 1) * 32 }}
      >
        {level > 1 && (
          <span aria-hidden="true" className="-ml-1 font-mono text-control">
            {position === siblings ? '└' : '├'}
          </span>
        )}
        {expanded === undefined ? (
          level === 1 && <span className="w-6 shrink-0" />
        ) : (
          <button
            type="button"
            tabIndex={-1}
            aria-label={expanded ? 'Hide what is below' : 'Show what is below'}
            onClick={() => onCollapse(expanded)}
            className="inline-flex size-6 shrink-0 items-center justify-center rounded-small text-muted hover:text-ink"
          >
            <Icon name={expanded ? 'open' : 'closed'} />
          </button>
        )}
        {orphaned && <Icon name="warning" className="text-warning" />}
        {children}
        {orphaned && (
          <span className="shrink-0 text-warning">
            <span aria-hidden="true">→ </span>(missing
            <span className="sr-only"> target</span>)
          </span>
        )}
        {secret.unread !== undefined && (
          <span
            className="shrink-0 text-warning"
            title={`Not as described: ${secret.unread.join(', ')}`}
          >
            (partly read)
          </span>
        )}
      </div>
      <p translate="no" className="pl-[30px] break-words text-muted sm:hidden">
        {cut(aboutSecret(secret), 80)}
        {secret.owned_by && ` · ${cut(secret.owned_by, 40)}`}
      </p>
    </div>
  )
}
