import { memo, useLayoutEffect, type CSSProperties } from 'react'
import { Link } from 'wouter'
import type { Owner } from '../../qovery/owner'
import { secretPath } from '../../rules/page-paths'
import type { Secret } from '../../qovery/schema'
import { epochMilliseconds } from '../../qovery/timestamp'
import type { Row } from '../relations/rows'
import { whyMatched } from '../relations/why-matched'
import { Icon } from '../ui/icon'
import { exactInstant, when } from '../ui/instant'
import { Menu, useMenu, type MenuItem } from '../ui/menu'
import { Name, nameInText } from '../ui/name'
import type { ColumnName } from './columns'
import { columnNumber, columns, facts } from './columns'
import { FactCells } from './fact-cells'
import { Found } from './found'
import { indentOf, KeyCell } from './key-cell'
import { rowName } from './row-name'
import { RowTick } from './row-tick'

/** The element of a row by its secret's id. */
export const rowId = (id: string) => `row-${id}`
/** The element of a cell of it. */
export const cellId = (id: string, column: ColumnName) => `${rowId(id)}-${column}`

// Characters of a key that is shown whole. What wraps costs nothing to draw; what is clipped does, in every row.
const longestWhole = 200

interface Indented extends CSSProperties {
  '--indent': string
}

interface SecretRowProps extends Row {
  owner: Owner
  index: number
  active: boolean
  /** The cell of it that the keyboard is at; undefined where that is at the whole row. */
  activeCell: ColumnName | undefined
  /** Whether it was changed just now. */
  changed: boolean
  ticked: boolean
  /** What is searched for; empty where the row only shows what something stands below. */
  search: string
  now: number
  actionsOf: (secret: Secret) => MenuItem[]
  onActivate: (id: string, index: number) => void
  onCollapse: (id: string, hide: boolean) => void
  onTick: (id: string, isRange: boolean) => void
  /** Told that the active row is drawn, and that it is no more. */
  onDrawn: (isDrawn: boolean) => void
}

const ring =
  'group-focus-visible/tree:outline-2 group-focus-visible/tree:-outline-offset-2 group-focus-visible/tree:outline-accent'

// Drawn anew only where something of it changed: a search leaves most of what it shows as it was.
export const SecretRow = memo((props: SecretRowProps) => {
  const { owner, related, level, position, siblings, expanded, context } = props
  const { index, active, activeCell, changed, now, search, onDrawn } = props
  const { secret } = related
  const { isOpen, openAt, button, menu } = useMenu()
  useLayoutEffect(() => {
    if (!active) return undefined
    onDrawn(true)
    return () => onDrawn(false)
  }, [active, onDrawn])
  // A row that scrolling removes leaves focus, its menu's as well, to the list.
  useLayoutEffect(() => {
    const row = button.ref.current?.closest('[role=row]')
    return () => {
      if (row?.contains(document.activeElement) === true)
        row.closest<HTMLElement>('[role=treegrid]')?.focus({ preventScroll: true })
    }
  }, [button.ref])
  const epoch = epochMilliseconds(secret.updated_at ?? secret.created_at ?? '')
  const age = epoch === undefined ? undefined : when(Math.min(epoch, now), now)
  const why = search === '' ? undefined : whyMatched(secret, search)
  const cellOf = (column: ColumnName) => ({
    id: cellId(secret.id, column),
    className: activeCell === column ? ring : '',
  })
  // Read by what stands below the key.
  const style: Indented = { '--indent': `${indentOf(props)}px` }
  const draw =
    search === ''
      ? undefined
      : (text: string, isName?: boolean) => <Found text={text} search={search} isName={isName} />
  return (
    <div
      role="row"
      id={rowId(secret.id)}
      aria-label={rowName(related, age)}
      aria-rowindex={index + 2}
      aria-level={level}
      aria-posinset={position}
      aria-setsize={siblings}
      aria-selected={props.ticked}
      {...(expanded === undefined ? {} : { 'aria-expanded': expanded })}
      {...(changed ? { 'data-changed': '' } : {})}
      onMouseDown={() => props.onActivate(secret.id, index)}
      onContextMenu={(event) => {
        // On a text that was selected, and with a key held, the browser's own menu stays.
        if (event.shiftKey || event.ctrlKey || getSelection()?.isCollapsed === false) return
        event.preventDefault()
        openAt(event)
      }}
      style={style}
      className={`list-row relative min-h-9 border-b border-line hover:bg-sunken ${columns} ${context ? 'text-muted' : ''} ${changed ? 'bg-ok-tint' : props.ticked ? 'bg-accent-tint' : ''} ${active ? `group-focus-visible/tree:bg-accent-tint ${activeCell === undefined ? ring : ''}` : ''}`}
    >
      <KeyCell
        row={props}
        {...cellOf('key')}
        onCollapse={(hide) => props.onCollapse(secret.id, hide)}
        tick={
          <RowTick
            name={nameInText(secret.key)}
            checked={props.ticked}
            onTick={(isRange) => props.onTick(secret.id, isRange)}
          />
        }
        below={
          why !== undefined && (
            <p
              className={`pl-(--indent) text-muted wrap-anywhere ${why.field === 'Description' ? '@min-[1360px]/tree:hidden' : ''}`}
            >
              {why.field}:{' '}
              <bdi translate={why.field === 'Description' ? 'yes' : 'no'}>
                <Found text={why.text} search={search} />
              </bdi>
            </p>
          )
        }
      >
        <Link
          href={secretPath(owner, secret.id)}
          tabIndex={-1}
          title={nameInText(secret.key)}
          className={`min-w-0 rounded-small font-mono decoration-control underline-offset-4 hover:underline ${context ? '' : 'text-accent'} wrap-anywhere ${secret.key.length > longestWhole ? '@min-[840px]/tree:truncate' : ''}`}
        >
          <Name of={secret.key} className="" draw={draw} />
        </Link>
      </KeyCell>
      <div role="none" className={facts}>
        <FactCells related={related} draw={draw} cellOf={cellOf}>
          {epoch !== undefined && (
            <time dateTime={new Date(epoch).toISOString()} title={exactInstant(epoch)}>
              {age}
            </time>
          )}
        </FactCells>
      </div>
      <div
        role="gridcell"
        aria-colindex={columnNumber('actions')}
        id={cellId(secret.id, 'actions')}
        className={`-col-end-1 row-start-1 @max-[840px]/tree:row-span-2 ${activeCell === 'actions' ? ring : ''}`}
      >
        <button
          {...button}
          id={`${rowId(secret.id)}-menu`}
          tabIndex={active ? 0 : -1}
          aria-label={`Actions for ${nameInText(secret.key)}`}
          className="my-0.5 inline-flex size-8 items-center justify-center rounded-small text-muted hover:bg-sunken hover:text-ink max-sm:size-10 @min-[840px]/tree:scroll-mt-10"
        >
          <Icon name="more" className="stroke-[2.5]" />
        </button>
        {isOpen && (
          <Menu
            {...menu}
            label={`Actions for ${nameInText(secret.key)}`}
            items={props.actionsOf(secret)}
          />
        )}
      </div>
    </div>
  )
})
