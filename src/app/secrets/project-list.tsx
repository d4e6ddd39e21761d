import { useDeferredValue, useMemo, useRef, useState } from 'react'
import { Link, useLocation, useSearch } from 'wouter'
import type { Secret } from '../../qovery/schema'
import type { Change } from '../change/changes'
import { relate } from '../relations/relate'
import { rowsOf } from '../relations/rows'
import { fromSearch, isNarrowed, toSearch, wholeList, type View } from '../relations/view'
import { Button } from '../ui/button'
import { Filters } from './filters'
import { Freshness } from './freshness'
import { KeysHelp } from './keys-help'
import { SecretsTree } from './secrets-tree'

interface ProjectListProps {
  projectId: string
  secrets: readonly Secret[]
  /** When the list was read, in milliseconds since 1970. */
  updatedAt: number
  refreshing: boolean
  /** Whether the last attempt to read it again failed. */
  failed: boolean
  onRefresh: () => void
  onChange: (change: Change) => void
}

/** The tree, and what is asked of it. The address holds the whole view, so that it can be sent to somebody. */
export const ProjectList = (props: ProjectListProps) => {
  const { projectId, secrets, updatedAt } = props
  const [path, navigate] = useLocation()
  const view = fromSearch(useSearch())
  const show = (next: View) => {
    const search = toSearch(next)
    navigate(search === '' ? path : `${path}?${search}`, { replace: true })
  }
  const [collapsed, setCollapsed] = useState<ReadonlySet<string>>(new Set())
  const [helping, setHelping] = useState(false)
  const [said, setSaid] = useState('')
  const searchBox = useRef<HTMLInputElement>(null)

  const relations = useMemo(() => relate(secrets), [secrets])
  // Letters appear as they are typed; the rows follow when there is time.
  const search = useDeferredValue(toSearch(view))
  const rows = useMemo(
    () => rowsOf(relations, fromSearch(search), collapsed),
    [relations, search, collapsed],
  )
  const matches = rows.filter(({ context }) => !context).length

  if (secrets.length === 0) {
    return (
      <div className="panel p-6 text-muted">
        <p>This project has no secrets yet, so there is nothing to give a second name.</p>
        <p className="mt-2">
          Make one in Qovery’s console, then <Freshness {...props} />
        </p>
      </div>
    )
  }
  return (
    <>
      <Filters view={view} onView={show} secrets={secrets} searchBox={searchBox} />
      <div className="mb-2 flex min-h-8 flex-wrap items-center justify-between gap-x-4 text-small text-muted">
        <p role="status" className="tabular-nums">
          {said === '' && isNarrowed(view) ? `${matches} of ${relations.size} match` : said}
        </p>
        <div className="flex items-center gap-3">
          <Freshness {...props} />
          <button
            type="button"
            className="link min-h-6 max-sm:hidden"
            onClick={() => setHelping(true)}
          >
            Keys
          </button>
        </div>
      </div>
      {rows.length === 0 ? (
        <div className="panel grid justify-items-start gap-3 p-6 text-muted">
          <p>No secret of this project matches.</p>
          <Button onClick={() => show({ ...wholeList, sort: view.sort })}>Show all</Button>
        </div>
      ) : (
        <SecretsTree
          projectId={projectId}
          rows={rows}
          view={view}
          now={updatedAt}
          onView={show}
          onCollapse={(id, hide) => {
            const next = new Set(collapsed)
            if (hide) next.add(id)
            else next.delete(id)
            setCollapsed(next)
          }}
          onSearch={() => searchBox.current?.focus()}
          onHelp={() => setHelping(true)}
          onChange={props.onChange}
          onSay={setSaid}
        />
      )}
      <p className="mt-3 text-small text-muted">
        <Link className="link" href="/project">
          Another project
        </Link>
      </p>
      {helping && <KeysHelp onClose={() => setHelping(false)} />}
    </>
  )
}
