import { memo, useCallback, useRef, useState } from 'react'
import { WindowVirtualizer, type WindowVirtualizerHandle } from 'virtua'
import type { Owner } from '../../qovery/owner'
import type { Change } from '../change/changes'
import type { Row } from '../relations/rows'
import type { SeenList } from '../relations/seen-list'
import type { View } from '../relations/view'
import { ColumnHeads } from './column-heads'
import { columnNames, widthOfColumns } from './columns'
import { viewState, type ChosenRow } from './view-state'
import { OffscreenRow } from './offscreen-row'
import { bar, isInSight, reveal, treeId } from './reveal'
import type { Note } from './row-note'
import { cellId, rowId, SecretRow } from './secret-row'
import { useChangedRow } from './use-changed-row'
import { useRowActions } from './use-row-actions'
import type { Ticking } from './use-ticks'
import { useTreeKeys } from './use-tree-keys'

interface SecretsTreeProps extends Pick<View, 'sort' | 'descending' | 'search'> {
  owner: Owner
  seen: SeenList
  rows: readonly Row[]
  /** What "2 days ago" counts from, in milliseconds since 1970. */
  now: number
  onView: (change: Partial<View>) => void
  onCollapse: (id: string, hide: boolean) => void
  onChange: (change: Change) => void
  onNote: (note: Note) => void
  ticking: Ticking
}

/**
 * A tree in a table, of which only the rows in sight exist. Focus stays on the table while the keys move the active row:
 * a focused row would take focus along when scrolling removes it.
 */
export const SecretsTree = memo((props: SecretsTreeProps) => {
  const { owner, rows, now, search, onView, onCollapse, ticking } = props
  const [chosen, setChosen] = useState(() => viewState(owner).chosen)
  const [isActiveDrawn, setActiveDrawn] = useState(false)
  const grid = useRef<HTMLDivElement>(null)
  const body = useRef<HTMLDivElement>(null)
  const list = useRef<WindowVirtualizerHandle>(null)
  const actions = useRowActions(props)

  const choose = useCallback(
    (id: string, index: number, cell?: ChosenRow['cell']) => {
      setChosen((viewState(owner).chosen = { id, index, cell }))
    },
    [owner],
  )
  const show = useCallback((index: number) => {
    if (list.current === null || body.current === null) return
    if (!isInSight(list.current, body.current, index)) reveal(list.current, body.current, index)
  }, [])
  const order = useCallback(
    (change: Partial<View>) => {
      onView(change)
      // An order is asked for to see what comes first in it.
      if (grid.current !== null && grid.current.getBoundingClientRect().top < bar)
        grid.current.scrollIntoView()
    },
    [onView],
  )
  const { changedId, goneId } = useChangedRow({ owner, rows, chosen, choose, show, grid })
  const activeIndex = indexOf(chosen, rows, goneId)
  const active = rows[activeIndex]
  const activeId = active?.related.secret.id

  const activate = (index: number, cell: ChosenRow['cell']) => {
    const row = rows[index]
    if (row === undefined) return
    choose(row.related.secret.id, index, cell)
    if (list.current !== null && body.current !== null) reveal(list.current, body.current, index)
  }
  const press = useTreeKeys({ ...props, ...actions, chosen, activeIndex, activate, choose })

  return (
    <div
      ref={grid}
      id={treeId}
      role="treegrid"
      aria-label="Secrets"
      aria-multiselectable="true"
      aria-rowcount={rows.length + 1}
      aria-colcount={columnNames.length}
      tabIndex={0}
      {...(activeId === undefined
        ? {}
        : {
            'aria-activedescendant':
              chosen.cell === undefined || !isActiveDrawn
                ? rowId(activeId)
                : cellId(activeId, chosen.cell),
          })}
      {...(chosen.id === '' ? {} : { 'data-left': '' })}
      onFocus={({ target, currentTarget, relatedTarget }) => {
        // Whoever comes by keyboard goes on at the row that was left. One that is pressed must not move, nor the page under
        // whoever scrolled it while a row's menu was open.
        const isByKeyboard = target === currentTarget && currentTarget.matches(':focus-visible')
        if (body.current?.contains(relatedTarget) === true) return
        if (isByKeyboard && chosen.id !== '') show(activeIndex)
      }}
      onKeyDown={(event) => {
        // Keys pressed on a button in a row belong to that button.
        if (event.target !== event.currentTarget || event.altKey) return
        if (press(event)) event.preventDefault()
      }}
      // A stacking context: a letter in the search paints no row anew.
      className="group/tree isolate panel"
    >
      <ColumnHeads
        sort={props.sort}
        descending={props.descending}
        onView={order}
        shownTicked={ticking.shownTicked}
        onTickShown={ticking.toggleShown}
      />
      <div ref={body} role="rowgroup" className="text-small">
        <WindowVirtualizer ref={list} data={rows} itemSize={rowHeight()}>
          {({ related, level, position, siblings, expanded, context, rails }, index) => (
            <SecretRow
              key={related.secret.id}
              owner={owner}
              related={related}
              level={level}
              position={position}
              siblings={siblings}
              expanded={expanded}
              context={context}
              rails={rails}
              index={index}
              active={index === activeIndex}
              activeCell={index === activeIndex ? chosen.cell : undefined}
              changed={related.secret.id === changedId}
              ticked={ticking.ids.has(related.secret.id)}
              onTick={ticking.tick}
              search={context ? '' : search}
              now={now}
              actionsOf={actions.actionsOf}
              onActivate={choose}
              onCollapse={onCollapse}
              onDrawn={setActiveDrawn}
            />
          )}
        </WindowVirtualizer>
        {!isActiveDrawn && active !== undefined && (
          <OffscreenRow
            row={active}
            index={activeIndex}
            now={now}
            ticked={ticking.ids.has(active.related.secret.id)}
          />
        )}
      </div>
    </div>
  )
})

// What a row is high whose texts fit into a line each, until it is drawn and measured; with little room it has two.
const rowHeight = () => (innerWidth < widthOfColumns + 64 ? 57 : 37)

/** @param goneId the secret that was deleted just now: what follows it takes its place */
const indexOf = ({ id, index }: ChosenRow, rows: readonly Row[], goneId: string | undefined) => {
  if (rows[index]?.related.secret.id === id) return index
  const found = rows.findIndex(({ related }) => related.secret.id === id)
  if (found !== -1) return found
  return id === goneId ? Math.max(0, Math.min(index, rows.length - 1)) : 0
}
