import { useRef, useState } from 'react'
import { Link } from 'wouter'
import { epochMilliseconds } from '../../qovery/timestamp'
import type { Row } from '../relations/rows'
import { cut } from '../ui/cut'
import { Icon } from '../ui/icon'
import { ago } from '../ui/instant'
import { Menu, type MenuItem } from '../ui/menu'
import { columns } from './column-heads'
import { KeyCell } from './key-cell'

/** The element of a row by its secret's id. */
export const rowId = (id: string) => `row-${id}`

interface SecretRowProps {
  projectId: string
  row: Row
  index: number
  active: boolean
  now: number
  actions: MenuItem[]
  onActivate: () => void
  onCollapse: (hide: boolean) => void
}

export const SecretRow = (props: SecretRowProps) => {
  const { projectId, row, index, active, now, actions, onActivate, onCollapse } = props
  const { related, level, position, siblings, expanded, context } = row
  const { secret } = related
  const [open, setOpen] = useState(false)
  const more = useRef<HTMLButtonElement>(null)
  const updated = secret.updated_at ?? secret.created_at
  const epoch = epochMilliseconds(updated)
  return (
    <div
      role="row"
      id={rowId(secret.id)}
      aria-rowindex={index + 2}
      aria-level={level}
      aria-posinset={position}
      aria-setsize={siblings}
      {...(expanded === undefined ? {} : { 'aria-expanded': expanded })}
      onPointerDown={onActivate}
      className={`min-h-9 border-b border-line hover:bg-sunken max-sm:py-1.5 ${columns} ${context ? 'text-muted' : ''} ${active ? 'group-focus-visible/tree:bg-accent-tint group-focus-visible/tree:outline-2 group-focus-visible/tree:-outline-offset-2 group-focus-visible/tree:outline-accent' : ''}`}
    >
      <KeyCell row={row} onCollapse={onCollapse}>
        <Link
          href={`/project/${projectId}/secret/${secret.id}`}
          tabIndex={-1}
          title={secret.key}
          className="min-w-0 rounded-small font-mono hover:underline max-sm:break-all sm:truncate"
        >
          <bdi>{cut(secret.key)}</bdi>
        </Link>
      </KeyCell>
      <Cell text={secret.variable_type} />
      <Cell text={secret.scope} />
      <Cell text={secret.owned_by} />
      <div role="gridcell" className="truncate text-muted max-sm:hidden">
        {epoch !== undefined && (
          <time dateTime={new Date(epoch).toISOString()} title={updated}>
            {ago(Math.min(epoch, now), now)}
          </time>
        )}
      </div>
      <div role="gridcell" className="max-sm:col-start-2 max-sm:row-start-1">
        <button
          ref={more}
          id={`${rowId(secret.id)}-menu`}
          type="button"
          tabIndex={active ? 0 : -1}
          aria-haspopup="menu"
          aria-expanded={open}
          onClick={() => setOpen(true)}
          className="inline-flex size-8 items-center justify-center rounded-small text-muted hover:bg-sunken hover:text-ink"
        >
          <Icon name="more" className="stroke-[2.5]" />
          <span className="sr-only">Actions for {secret.key}</span>
        </button>
        {open && (
          <Menu
            label={`Actions for ${secret.key}`}
            items={actions}
            anchor={more}
            onClose={() => setOpen(false)}
          />
        )}
      </div>
    </div>
  )
}

const Cell = ({ text }: { text: string | null | undefined }) => (
  <div role="gridcell" title={text ?? ''} className="truncate text-muted max-sm:hidden">
    <bdi>{text}</bdi>
  </div>
)
