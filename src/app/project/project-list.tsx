import { useCallback, useDeferredValue, useMemo, useState } from 'react'
import { Link } from 'wouter'
import type { Owner } from '../../qovery/owner'
import { projectsPath } from '../../rules/page-paths'
import type { Change } from '../change/changes'
import { collapse, collapsedIn } from '../relations/collapsed'
import { createMatching } from '../relations/matching'
import type { Relations } from '../relations/relate'
import { rowsOf } from '../relations/rows'
import type { SeenList } from '../relations/seen-list'
import { treeOf } from '../relations/tree'
import { isNarrowed, wholeList, type View } from '../relations/view'
import { useToldInPlace } from '../operations/use-told-in-place'
import { Button } from '../ui/button'
import { grouped } from '../ui/count'
import { Filters } from './filters'
import { Freshness } from './freshness'
import { InheritedSwitch } from './inherited-switch'
import { storeCollapsed, viewState } from './view-state'
import { RowNote, type Note } from './row-note'
import { shortcutsShown } from '../page/shortcuts'
import { UnreadEntries } from '../page/unread-entries'
import { SaveList } from './save-list'
import { SecretsTree } from './secrets-tree'
import { TickedBar } from './ticked-bar'
import { useTicks } from './use-ticks'
import { useView } from './use-view'
import { ownerWord } from '../words/owner-word'

interface ProjectListProps {
  owner: Owner
  seen: SeenList
  relations: Relations
  /** When the list was read, in milliseconds since 1970. */
  updatedAt: number
  refreshing: boolean
  /** Whether the last attempt to read it again failed. */
  failed: boolean
  onRefresh: () => void
  onChange: (change: Change) => void
}

/** The same view with nothing left out. */
const showing = ({ inherited }: View): View => ({ ...wholeList, inherited })

/** The tree, and what is asked of it. */
export const ProjectList = (props: ProjectListProps) => {
  const { owner, seen, relations, updatedAt } = props
  const { list } = seen
  const asked = useView()
  const [collapsed, setCollapsed] = useState(() => viewState(owner).collapsed)
  const [note, setNote] = useState<Note>()

  const { view, current, show: ask } = asked
  const show = useCallback(
    (change: Partial<View>) => {
      setNote(undefined)
      ask(change)
    },
    [ask],
  )

  // What was pressed or typed shows first; the rows follow when there is time.
  const shown = useDeferredValue(view)
  const { sort, descending } = shown
  const tree = useMemo(() => treeOf(relations, sort, descending), [relations, sort, descending])
  const matching = useMemo(() => createMatching(tree, seen.isOwn), [tree, seen])
  const hidden = collapsedIn(collapsed, shown)
  const matches = useMemo(() => matching(shown), [matching, shown])
  const rows = useMemo(() => rowsOf(tree, matches, hidden), [tree, matches, hidden])

  const hide = useCallback(
    (id: string, hides: boolean) => {
      const next = collapse(viewState(owner).collapsed, current(), id, hides)
      storeCollapsed(owner, next)
      setCollapsed(next)
    },
    [owner, current],
  )
  const ticking = useTicks(owner, rows, relations)
  const noted = useCallback(() => setNote(undefined), [])

  useToldInPlace(owner)
  const unread = <UnreadEntries entries={list.unreadable} />
  if (list.results.length === 0) {
    return (
      <>
        {unread}
        <div className="panel p-6 text-muted">
          <p>
            {list.unreadable.length === 0
              ? `This ${ownerWord(owner)} has no secrets yet, so there is nothing to give a second name.`
              : `Nothing else is in the list of this ${ownerWord(owner)}.`}
          </p>
          <p className="mt-2">
            Make one in Qovery’s console, then <Freshness {...props} />
          </p>
        </div>
      </>
    )
  }
  return (
    <div className="@container/tree">
      {unread}
      {owner.kind !== 'project' && (
        <InheritedSwitch
          seen={seen}
          checked={view.inherited}
          onChange={(inherited) => show({ inherited })}
        />
      )}
      <Filters
        view={view}
        onView={show}
        onSearch={asked.type}
        onSearchDone={asked.settle}
        secrets={list.results}
      />
      <div className="mb-2 flex min-h-8 flex-wrap items-center justify-between gap-x-4 text-small text-muted">
        <p role="status" className="tabular-nums">
          {isNarrowed(shown) &&
            `${grouped(matches.length)} of ${grouped(matching(showing(shown)).length)} match`}
        </p>
        <div className="flex flex-wrap items-center gap-x-3">
          <Freshness {...props} />
          {rows.length > 0 && <SaveList owner={owner} rows={rows} />}
          <button
            type="button"
            className="link min-h-6 max-sm:hidden"
            onClick={() => shortcutsShown.write(true)}
          >
            Shortcuts
          </button>
        </div>
      </div>
      {rows.length === 0 ? (
        <div className="panel grid justify-items-start gap-3 p-6 text-muted">
          <p>
            {isNarrowed(shown)
              ? `No secret of this ${ownerWord(owner)} matches.`
              : `This ${ownerWord(owner)} owns no secrets. It sees those of what is around it.`}
          </p>
          <Button
            onClick={() => {
              const inherited = view.inherited || !isNarrowed(shown)
              show({ ...wholeList, inherited, sort, descending })
            }}
          >
            Show all
          </Button>
        </div>
      ) : (
        <SecretsTree
          owner={owner}
          seen={seen}
          rows={rows}
          search={shown.search}
          sort={sort}
          descending={descending}
          now={updatedAt}
          onView={show}
          onCollapse={hide}
          onChange={props.onChange}
          onNote={setNote}
          ticking={ticking}
        />
      )}
      <TickedBar owner={owner} seen={seen} relations={relations} ticking={ticking} />
      <RowNote note={note} onDone={noted} />
      <p className="mt-3 text-small text-muted">
        <Link className="link" href={projectsPath}>
          Another project
        </Link>
      </p>
    </div>
  )
}
