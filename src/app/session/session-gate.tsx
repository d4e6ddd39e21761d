import { lazy, Suspense, type ReactNode } from 'react'
import { useSession } from './session'
import { setting } from './setting'

const loading = setting.mode === 'live' ? import('./live-session') : undefined
const LiveSession = lazy(async () => ({
  default: (await (loading ?? import('./live-session'))).LiveSession,
}))

const OtherMode = lazy(async () => ({ default: (await import('./other-mode')).OtherMode }))

/** Stands before the pages: a page that meets a server of the other mode stops, whatever it was doing. */
export const SessionGate = ({ children }: { children: ReactNode }) => {
  const { otherMode } = useSession()
  if (otherMode) {
    return (
      <Suspense fallback={<p role="alert">This page and its server do not belong together.</p>}>
        <OtherMode />
      </Suspense>
    )
  }
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
