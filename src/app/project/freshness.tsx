import { Icon } from '../ui/icon'
import { ago, useNow } from '../ui/instant'

interface FreshnessProps {
  /** When the list was read, in milliseconds since 1970. */
  updatedAt: number
  refreshing: boolean
  failed: boolean
  onRefresh: () => void
}

/** How old what is shown is, and the button that reads it again. */
export const Freshness = ({ updatedAt, refreshing, failed, onRefresh }: FreshnessProps) => {
  const now = useNow()
  return (
    <span className="inline-flex items-center gap-2 text-small text-muted">
      {failed && <span className="text-danger">Could not be read again.</span>}
      <span className="tabular-nums">updated {ago(Math.min(updatedAt, now), now)}</span>
      <button
        type="button"
        aria-disabled={refreshing}
        onClick={() => {
          if (!refreshing) onRefresh()
        }}
        className="inline-flex min-h-6 min-w-6 items-center justify-center gap-1 rounded-small hover:text-ink"
      >
        <Icon name="refresh" />
        <span className="sr-only">Refresh</span>
      </button>
    </span>
  )
}
