import { useRef, useState } from 'react'
import { WindowVirtualizer, type WindowVirtualizerHandle } from 'virtua'
import type { Change } from '../change/changes'
import type { Row } from '../relations/rows'
import type { View } from '../relations/view'
import { ColumnHeads } from './column-heads'
import { rowId, SecretRow } from './secret-row'
import { useRowActions } from './use-row-actions'
import { keyTarget } from './key-target'

interface SecretsTreeProps {
  projectId: string
  rows: Row[]
  view: View
  /** What "2 days ago" counts from, in milliseconds since 1970. */
  now: number
  onView: (view: View) => void
  onCollapse: (id: string, hide: boolean) => void
  onSearch: () => void
  onHelp: () => void
  onChange: (change: Change) => void
  /** Says something in passing, such as why a key did nothing. */
  onSay: (text: string) => void
}

/**
 * A tree in a table, of which only the rows in sight exist. Focus stays on the table while the keys move the active row:
 * a focused row would take focus along when scrolling removes it.
 */
export const SecretsTree = (props: SecretsTreeProps) => {
  const { projectId, rows, view, now, onView, onCollapse, onSearch, onHelp } = props
  const [activeId, setActiveId] = useState('')
  const list = useRef<WindowVirtualizerHandle>(null)
  const { actionsOf, open, createAlias } = useRowActions(props)
  const found = rows.findIndex(({ related }) => related.secret.id === activeId)
  const activeIndex = Math.max(0, found)
  const active = rows[activeIndex]

  const activate = (index: number) => {
    const row = rows[index]
    if (row === undefined) return
    setActiveId(row.related.secret.id)
    list.current?.scrollToIndex(index, { align: 'nearest' })
  }

  const press = (key: string, shift: boolean): boolean => {
    if (active === undefined) return false
    const { secret } = active.related
    const id = secret.id.toLowerCase()
    const target = keyTarget(key, activeIndex, rows)
    if (target !== undefined) activate(target)
    else if (key === 'ArrowLeft' && active.expanded === true) onCollapse(id, true)
    else if (key === 'ArrowRight' && active.expanded === false) onCollapse(id, false)
    else if (key === 'Enter') open(secret)
    else if (key === 'c') createAlias(secret)
    else if (key === '/') onSearch()
    else if (key === '?') onHelp()
    else if (key === 'ContextMenu' || (key === 'F10' && shift))
      document.getElementById(`${rowId(secret.id)}-menu`)?.click()
    else return false
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
      onKeyDown={(event) => {
        // Keys pressed on a button in a row belong to that button.
        if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey)
          return
        if (press(event.key, event.shiftKey)) event.preventDefault()
      }}
      className="group/tree panel"
    >
      <ColumnHeads view={view} onView={onView} />
      <div role="rowgroup" className="text-small">
        <WindowVirtualizer ref={list} data={rows} itemSize={37}>
          {(row, index) => (
            <SecretRow
              key={row.related.secret.id}
              projectId={projectId}
              row={row}
              index={index}
              active={index === activeIndex}
              now={now}
              actions={actionsOf(row.related.secret)}
              onActivate={() => setActiveId(row.related.secret.id)}
              onCollapse={(hide) => onCollapse(row.related.secret.id.toLowerCase(), hide)}
            />
          )}
        </WindowVirtualizer>
      </div>
    </div>
  )
}
