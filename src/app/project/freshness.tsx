import { Icon } from '../ui/icon'
import { exactInstant, timeOfDay } from '../ui/instant'

interface FreshnessProps {
  /** When the list was read, in milliseconds since 1970. */
  updatedAt: number
  refreshing: boolean
  failed: boolean
  onRefresh: () => void
}

/** When what is shown was read, and the button that reads it again. */
export const Freshness = ({ updatedAt, refreshing, failed, onRefresh }: FreshnessProps) => (
  <span className="inline-flex items-center gap-2 text-small text-muted">
    {failed && <span className="text-danger">Could not be read again.</span>}
    <span className="tabular-nums" title={exactInstant(updatedAt)}>
      Refreshed {timeOfDay(updatedAt)}
    </span>
    <button
      type="button"
      aria-disabled={refreshing}
      onClick={() => {
        if (!refreshing) onRefresh()
      }}
      className="inline-flex min-h-6 min-w-6 items-center justify-center gap-1 rounded-small hover:text-ink max-sm:min-h-10 max-sm:min-w-10"
    >
      <Icon name="refresh" />
      <span className="sr-only">Refresh</span>
    </button>
  </span>
)
