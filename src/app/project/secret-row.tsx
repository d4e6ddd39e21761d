import { memo, useRef, useState } from 'react'
import { Link } from 'wouter'
import type { Owner } from '../../qovery/owner'
import { secretPath } from '../../qovery/page-paths'
import type { Secret } from '../../qovery/schema'
import { epochMilliseconds } from '../../qovery/timestamp'
import type { Row } from '../relations/rows'
import { cut } from '../ui/cut'
import { Icon } from '../ui/icon'
import { ago } from '../ui/instant'
import { Menu, type MenuItem } from '../ui/menu'
import { columns } from './column-heads'
import { KeyCell } from './key-cell'
import { rowName } from './row-name'
import { Name, nameInText } from '../ui/name'

/** The element of a row by its secret's id. */
export const rowId = (id: string) => `row-${id}`

// Characters of a key that is shown whole. What wraps costs nothing to draw; what is clipped does, in every row.
const longestWhole = 200

interface SecretRowProps extends Row {
  owner: Owner
  index: number
  active: boolean
  now: number
  actionsOf: (secret: Secret) => MenuItem[]
  onActivate: (id: string, index: number) => void
  onCollapse: (id: string, hide: boolean) => void
}

// Re-rendered only where something of it changed: a search leaves most of what it shows as it was.
export const SecretRow = memo((props: SecretRowProps) => {
  const { owner, related, level, position, siblings, expanded, context } = props
  const { index, active, now } = props
  const { secret } = related
  const [open, setOpen] = useState(false)
  const more = useRef<HTMLButtonElement>(null)
  const updated = secret.updated_at ?? secret.created_at ?? ''
  const epoch = epochMilliseconds(updated)
  const age = epoch === undefined ? undefined : ago(Math.min(epoch, now), now)
  return (
    <div
      role="row"
      id={rowId(secret.id)}
      aria-label={rowName(related, age)}
      aria-rowindex={index + 2}
      aria-level={level}
      aria-posinset={position}
      aria-setsize={siblings}
      {...(expanded === undefined ? {} : { 'aria-expanded': expanded })}
      onMouseDown={() => props.onActivate(secret.id, index)}
      className={`list-row min-h-9 border-b border-line hover:bg-sunken max-sm:py-1.5 ${columns} ${context ? 'text-muted' : ''} ${active ? 'group-focus-visible/tree:bg-accent-tint group-focus-visible/tree:outline-2 group-focus-visible/tree:-outline-offset-2 group-focus-visible/tree:outline-accent' : ''}`}
    >
      <KeyCell row={props} onCollapse={(hide) => props.onCollapse(secret.id, hide)}>
        <Link
          href={secretPath(owner, secret.id)}
          tabIndex={-1}
          title={nameInText(secret.key)}
          className={`min-w-0 rounded-small font-mono hover:underline ${secret.key.length > longestWhole ? 'max-sm:break-all sm:truncate' : 'break-all'}`}
        >
          <Name of={secret.key} className="" />
        </Link>
      </KeyCell>
      <Cell text={secret.variable_type} />
      <Cell text={secret.scope} />
      <Cell text={secret.owned_by} />
      <div role="gridcell" className="text-muted max-sm:hidden">
        {epoch !== undefined && (
          <time dateTime={new Date(epoch).toISOString()} title={updated}>
            {age}
          </time>
        )}
      </div>
      <div role="gridcell" className="max-sm:col-start-2 max-sm:row-start-1">
        <button
          ref={more}
          id={`${rowId(secret.id)}-menu`}
          type="button"
          tabIndex={active ? 0 : -1}
          aria-label={`Actions for ${nameInText(secret.key)}`}
          aria-haspopup="menu"
          aria-expanded={open}
          onClick={() => setOpen(true)}
          className="inline-flex size-8 items-center justify-center rounded-small text-muted hover:bg-sunken hover:text-ink"
        >
          <Icon name="more" className="stroke-[2.5]" />
        </button>
        {open && (
          <Menu
            label={`Actions for ${nameInText(secret.key)}`}
            items={props.actionsOf(secret)}
            anchor={more}
            onClose={() => setOpen(false)}
          />
        )}
      </div>
    </div>
  )
})

const Cell = ({ text }: { text: string | null | undefined }) => (
  <div role="gridcell" className="py-1 break-words text-muted max-sm:hidden">
    <bdi translate="no">{cut(text ?? '', 40)}</bdi>
  </div>
)
