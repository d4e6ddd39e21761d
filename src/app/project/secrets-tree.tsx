import { memo, useCallback, useRef, useState } from 'react'
import { WindowVirtualizer, type WindowVirtualizerHandle } from 'virtua'
import type { Owner } from '../../qovery/owner'
import type { Secret } from '../../qovery/schema'
import type { Change } from '../change/changes'
import type { Row } from '../relations/rows'
import type { View } from '../relations/view'
import { ColumnHeads } from './column-heads'
import { keyTarget } from './key-target'
import { leftAt, type ChosenRow } from './left-at'
import { isInSight, reveal } from './reveal'
import type { Note } from './row-note'
import { rowId, SecretRow } from './secret-row'
import { useRowActions } from './use-row-actions'

interface SecretsTreeProps extends Pick<View, 'sort' | 'descending'> {
  owner: Owner
  rows: readonly Row[]
  /** What "2 days ago" counts from, in milliseconds since 1970. */
  now: number
  onView: (change: Partial<View>) => void
  onCollapse: (id: string, hide: boolean) => void
  onSearch: () => void
  onHelp: () => void
  onChange: (change: Change) => void
  onNote: (note: Note) => void
}

/**
 * A tree in a table, of which only the rows in sight exist. Focus stays on the table while the keys move the active row:
 * a focused row would take focus along when scrolling removes it.
 */
export const SecretsTree = memo((props: SecretsTreeProps) => {
  const { owner, rows, now, onCollapse, onSearch, onHelp } = props
  const [chosen, setChosen] = useState(() => leftAt(owner).chosen)
  const body = useRef<HTMLDivElement>(null)
  const resumed = useRef(false)
  const list = useRef<WindowVirtualizerHandle>(null)
  const { actionsOf, open, createAlias } = useRowActions(props)
  const activeIndex = indexOf(chosen, rows)
  const active = rows[activeIndex]

  const choose = useCallback(
    (id: string, index: number) => {
      setChosen((leftAt(owner).chosen = { id, index }))
    },
    [owner],
  )
  const activate = (index: number) => {
    const row = rows[index]
    if (row === undefined) return
    choose(row.related.secret.id, index)
    if (list.current !== null && body.current !== null) reveal(list.current, body.current, index)
  }

  // When it first has focus: whoever comes back goes on at the row that was left. One that is pressed must not move.
  const resume = () => {
    if (resumed.current) return
    resumed.current = true
    if (chosen.id === '' || list.current === null || body.current === null) return
    if (!isInSight(list.current, body.current, activeIndex))
      reveal(list.current, body.current, activeIndex)
  }

  const actionOf = (key: string, shift: boolean): ((secret: Secret) => void) | undefined => {
    if (key === 'Enter') return open
    if (key === 'c') return createAlias
    if (key === 'ContextMenu' || (key === 'F10' && shift))
      return ({ id }) => document.getElementById(`${rowId(id)}-menu`)?.click()
    return undefined
  }
  const press = (key: string, shift: boolean): boolean => {
    if (active === undefined) return false
    const { secret } = active.related
    const { id } = secret
    const target = keyTarget(key, activeIndex, rows)
    if (target !== undefined) activate(target)
    else if (key === 'ArrowLeft' && active.expanded === true) onCollapse(id, true)
    else if (key === 'ArrowRight' && active.expanded === false) onCollapse(id, false)
    else if (key === '/') onSearch()
    else if (key === '?') onHelp()
    else {
      const act = actionOf(key, shift)
      if (act === undefined) return false
      choose(secret.id, activeIndex)
      act(secret)
    }
    return true
  }

  return (
    <div
      role="treegrid"
      aria-label="Secrets"
      aria-rowcount={rows.length + 1}
      aria-colcount={6}
      tabIndex={0}
      {...(active === undefined
        ? {}
        : { 'aria-activedescendant': rowId(active.related.secret.id) })}
      {...(chosen.id === '' ? {} : { 'data-left': '' })}
      onFocus={({ target, currentTarget }) => {
        if (target === currentTarget) resume()
      }}
      onKeyDown={(event) => {
        // Keys pressed on a button in a row belong to that button.
        if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey)
          return
        if (press(event.key, event.shiftKey)) event.preventDefault()
      }}
      // A stacking context: a letter in the search paints no row anew.
      className="group/tree isolate panel"
    >
      <ColumnHeads sort={props.sort} descending={props.descending} onView={props.onView} />
      <div ref={body} role="rowgroup" className="text-small">
        <WindowVirtualizer ref={list} data={rows} itemSize={rowHeight()}>
          {({ related, level, position, siblings, expanded, context }, index) => (
            <SecretRow
              key={related.secret.id}
              owner={owner}
              related={related}
              level={level}
              position={position}
              siblings={siblings}
              expanded={expanded}
              context={context}
              index={index}
              active={index === activeIndex}
              now={now}
              actionsOf={actionsOf}
              onActivate={choose}
              onCollapse={onCollapse}
            />
          )}
        </WindowVirtualizer>
      </div>
    </div>
  )
})

// What a row is high whose texts fit into a line each, until it is drawn and measured; on a phone it has two.
const rowHeight = () => (matchMedia('(width < 40rem)').matches ? 53 : 36)

const indexOf = ({ id, index }: ChosenRow, rows: readonly Row[]) =>
  rows[index]?.related.secret.id === id
    ? index
    : Math.max(
        0,
        rows.findIndex(({ related }) => related.secret.id === id),
      )
