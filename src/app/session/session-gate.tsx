import { lazy, Suspense, type ReactNode } from 'react'
import { PageTitle } from '../page-title'
import { untilLoaded } from '../until-loaded'
import { useSession } from './session'
import { setting } from './setting'

const loading = setting.mode === 'live' ? import('./live-session') : undefined
const LiveSession = lazy(async () => ({
  default: (await (loading ?? import('./live-session'))).LiveSession,
}))

const OtherMode = lazy(async () => ({
  default: (await untilLoaded(() => import('./other-mode'))).OtherMode,
}))

/** Stands before the pages: a page that meets a server of the other mode stops, whatever it was doing. */
export const SessionGate = ({ children }: { children: ReactNode }) => {
  const { otherMode } = useSession()
  if (otherMode) {
    return (
      <div role="alert">
        <PageTitle>Stopped</PageTitle>
        <h1 className="mb-2 text-title font-semibold">
          This page and its server do not belong together
        </h1>
        <Suspense>
          <OtherMode />
        </Suspense>
      </div>
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
