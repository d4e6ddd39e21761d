import { Suspense, type ReactNode } from 'react'
import { lazyCode } from '../data/lazy-code'
import { lazyPart, prerenderedPart } from '../data/lazy-part'
import { PageTitle } from '../page/page-title'
import { useSession } from '../session/session'
import { setting } from '../data/setting'

/** The question for a token. */
export const liveSession = lazyCode(() => import('./live-session'))
if (setting.mode === 'live') void liveSession.get()
const LiveSession = prerenderedPart(liveSession, (code) => code.LiveSession)

const OtherMode = lazyPart(
  lazyCode(() => import('./other-mode')),
  (code) => code.OtherMode,
)

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
        <OtherMode />
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
