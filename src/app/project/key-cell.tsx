import type { ReactNode } from 'react'
import type { Row } from '../relations/rows'
import { isAlias } from '../relations/relate'
import { Icon } from '../ui/icon'
import { OverrideBadge } from './override-badge'
import { step, TreeLines } from './tree-lines'

// The deepest level that is drawn as such: no list is as deep as a hostile one can claim.
const deepest = 6

const depthOf = ({ level }: Pick<Row, 'level'>) => Math.min(level, deepest) - 1

/** Pixels between the edge of a row and its key. */
export const indentOf = (row: Pick<Row, 'level' | 'expanded'>): number =>
  depthOf(row) * step + (row.level === 1 || row.expanded !== undefined ? 30 : 22)
import { KeyStatusMark } from './key-status'

interface KeyCellProps {
  row: Row
  /** Of the cell, which the keyboard may be at. */
  id: string
  className: string
  onCollapse: (hide: boolean) => void
  /** What ticks the row. */
  tick: ReactNode
  /** The key itself, as a link. */
  children: ReactNode
  /** Stands below the key. */
  below: ReactNode
}

/** A key where it stands in the tree, and whatever must be known at a glance. */
export const KeyCell = ({
  row,
  id,
  className,
  onCollapse,
  tick,
  children,
  below,
}: KeyCellProps) => {
  const { related, level, position, siblings, expanded, rails } = row
  const { secret, orphaned } = related
  const depth = depthOf(row)
  const isOverride = related.target === undefined && !orphaned && related.overridden !== undefined
  return (
    <div
      role="gridcell"
      id={id}
      aria-colindex={1}
      className={`min-w-0 pt-1.5 @min-[840px]/tree:pb-1.5 ${className}`}
    >
      {tick}
      <TreeLines
        depth={depth}
        rails={rails}
        isLast={position === siblings}
        isOverride={isOverride}
      />
      <div
        className="flex min-h-6 min-w-0 items-start gap-1.5"
        style={{ paddingLeft: depth * step }}
      >
        {expanded === undefined ? (
          <span
            className={`inline-flex h-6 shrink-0 items-center justify-center ${level === 1 ? 'w-6' : 'w-4'}`}
          >
            {orphaned ? (
              <Icon name="warning" className="text-warning" />
            ) : isAlias(secret) ? (
              <Icon name="alias" className="text-accent" />
            ) : (
              isOverride && <Icon name="override" className="text-warning" />
            )}
          </span>
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
        <div className="flex min-h-6 min-w-0 flex-wrap items-center gap-x-2">
          {children}
          <OverrideBadge related={related} />
          <KeyStatusMark related={related} />
          {secret.unread !== undefined && (
            <span
              className="shrink-0 text-warning"
              title={`Not as described: ${secret.unread.join(', ')}`}
            >
              (partly read)
            </span>
          )}
        </div>
      </div>
      {below}
    </div>
  )
}
