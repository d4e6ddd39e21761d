import type { Secret } from '../../qovery/schema'
import { isAlias } from '../relations/relate'
import { peer } from '../session/setting'
import { cut } from '../ui/cut'

interface GoesAlongProps {
  state: 'reading' | 'read' | 'unread'
  along: Secret[]
}

/** Exactly what a deletion takes along. */
export const GoesAlong = ({ state, along }: GoesAlongProps) => {
  if (state === 'reading') return <p role="status">Reading what goes with it…</p>
  if (state === 'unread') {
    return (
      <p role="alert" className="text-danger">
        {peer} did not give out the list, so what goes with it is not known. Nothing was deleted.
        Close this, and try again later.
      </p>
    )
  }
  if (along.length === 0) return <p>Nothing else goes with it. It cannot be undone.</p>
  return (
    <div>
      <p className="mb-1">
        {peer} deletes with it what depends on it. This goes too, and cannot be undone:
      </p>
      <ul
        aria-label="Goes along"
        className="max-h-40 overflow-y-auto rounded-card border border-line bg-sunken px-3 py-2"
      >
        {along.map((each) => (
          <li key={each.id} className="text-small break-all">
            <bdi className="font-mono">{cut(each.key)}</bdi>{' '}
            <span className="text-muted">
              {isAlias(each) ? 'alias' : 'override'} · {cut(each.scope)}
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}
