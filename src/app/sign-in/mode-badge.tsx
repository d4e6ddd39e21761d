import { useQuery } from '@tanstack/react-query'
import { Link } from 'wouter'
import { aboutPath } from '../../rules/page-paths'
import { organizationsQuery, queryClient } from '../queries/queries'
import { Button } from '../ui/button'
import { holdsToken, signOut, useSession } from '../session/session'
import { setting } from '../data/setting'

/** The loudest thing in the bar: whether what is done here is a rehearsal or the real thing, and whose. */
export const ModeBadge = () =>
  setting.mode === 'sandbox' ? (
    <Link
      href={aboutPath}
      title="Nothing here reaches Qovery"
      className="inline-flex items-center gap-1.5 rounded-small border border-line px-2 py-0.5 text-small font-semibold text-muted hover:text-ink"
    >
      <Dot className="bg-control" />
      Sandbox
    </Link>
  ) : (
    <LiveBadge />
  )

/** Forgets the token, and all that was read with it. */
export const endSession = (): void => {
  signOut('signed-out')
  queryClient.clear()
}

const LiveBadge = () => {
  const { ready } = useSession()
  const { data } = useQuery({ ...organizationsQuery, enabled: ready })
  const names = ready
    ? data?.results
        .map(({ name }) => name)
        .join(', ')
        .slice(0, 60)
    : undefined
  return (
    <>
      <span className="inline-flex min-w-40 flex-1 items-center gap-1.5 rounded-small border border-warning bg-warning-tint px-2 py-0.5 text-small font-semibold text-warning">
        <Dot className="bg-warning" />
        <span className="min-w-0 truncate">
          Live · <span translate="no">{setting.upstream}</span>
          {names !== undefined && names !== '' && (
            // The bar is in sight of every page, and must not cover it.
            <bdi translate="no"> · {names}</bdi>
          )}
        </span>
      </span>
      {holdsToken && ready && <Button onClick={endSession}>Sign out</Button>}
    </>
  )
}

const Dot = ({ className }: { className: string }) => (
  <span className={`size-2 shrink-0 rounded-full ${className}`} aria-hidden="true" />
)
