import { useQuery } from '@tanstack/react-query'
import type { Owner } from '../../qovery/owner'
import { secretsQuery } from '../queries/queries'
import { useSession } from '../session/session'
import { Icon } from '../ui/icon'
import { timeOfDay } from '../ui/instant'

/** How old an owner's list is, and a button that reads it again. */
export const ListFreshness = ({ owner }: { owner: Owner }) => {
  const { ready } = useSession()
  const list = useQuery({
    ...secretsQuery(owner),
    enabled: ready,
    // A refusal that came before this was drawn is shown, not asked about again.
    retryOnMount: false,
  })
  if (!ready) return null
  const failed = list.data === undefined ? 'list could not be read' : 'reading failed ·'
  return (
    <span className="flex min-h-5 grow items-center justify-end gap-1.5 text-small text-muted">
      {/* Only what somebody asked for is announced, not how the list grows old. Empty, it would lift the line. */}
      <span role="status" className={`empty:absolute ${list.isError ? 'text-danger' : ''}`}>
        {list.isFetching ? 'reading the list…' : list.isError ? failed : ''}
      </span>
      {!list.isFetching && list.data !== undefined && (
        <span className="tabular-nums">Refreshed {timeOfDay(list.dataUpdatedAt)}</span>
      )}
      <button
        type="button"
        title="Refresh"
        onClick={() => {
          if (!list.isFetching) void list.refetch()
        }}
        aria-disabled={list.isFetching}
        className="-my-0.5 inline-flex size-6 items-center justify-center rounded-small hover:text-ink"
      >
        <Icon name="refresh" />
        <span className="sr-only">Refresh</span>
      </button>
    </span>
  )
}
