import { epochMilliseconds } from '../../qovery/timestamp'
import type { Row } from '../relations/rows'
import { when } from '../ui/instant'
import { rowName } from './row-name'
import { rowId } from './secret-row'

interface OffscreenRowProps {
  row: Row
  index: number
  now: number
  ticked: boolean
}

/** The active row while it is scrolled far away: a screen reader is told of it, and would find nothing there otherwise. */
export const OffscreenRow = ({ row, index, now, ticked }: OffscreenRowProps) => {
  const { related, level, position, siblings, expanded } = row
  const { updated_at, created_at, id } = related.secret
  const epoch = epochMilliseconds(updated_at ?? created_at ?? '')
  const name = rowName(related, epoch === undefined ? undefined : when(Math.min(epoch, now), now))
  return (
    <div
      role="row"
      id={rowId(id)}
      aria-label={name}
      aria-rowindex={index + 2}
      aria-level={level}
      aria-posinset={position}
      aria-setsize={siblings}
      aria-selected={ticked}
      {...(expanded === undefined ? {} : { 'aria-expanded': expanded })}
      className="sr-only"
    >
      <div role="gridcell">{name}</div>
    </div>
  )
}
