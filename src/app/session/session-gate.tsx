import { lazy, Suspense, type ReactNode } from 'react'
import { Button } from '../ui/button'
import { useSession } from './session'
import { setting } from './setting'

const loading = setting.mode === 'live' ? import('./live-session') : undefined
const LiveSession = lazy(async () => ({
  default: (await (loading ?? import('./live-session'))).LiveSession,
}))

/** Stands before the pages: a page that meets a server of the other mode stops, whatever it was doing. */
export const SessionGate = ({ children }: { children: ReactNode }) => {
  const { otherMode } = useSession()
  if (otherMode) return <OtherMode />
  return (
    <>
      {setting.mode === 'live' && (
        <Suspense>
          <LiveSession />
        </Suspense>
      )}
      {children}
    </>
  )
}

const names = { sandbox: 'the sandbox', live: 'live Qovery' }

const OtherMode = () => (
  <div role="alert">
    <h1 className="mb-2 text-title font-semibold">
      This page and its server do not belong together
    </h1>
    <p className="max-w-prose text-muted">
      The page was opened for {names[setting.mode]}, and the server now answers for{' '}
      {names[setting.mode === 'live' ? 'sandbox' : 'live']}. The page has stopped, so that nothing
      is created in the wrong place. Reload to go on; what you typed is kept.
    </p>
    <p className="mt-4">
      <Button kind="primary" onClick={() => location.reload()}>
        Reload
      </Button>
    </p>
  </div>
)
