import { useEffect, useState } from 'react'
import { queryClient } from '../queries'
import { Notice } from '../ui/notice'
import { watchIdle } from './idle'
import { holdsToken, signOut, useSession } from './session'
import { TokenPanel } from './token-panel'

/** What only a live console shows above its pages: the question for a token, and the end of one that lies idle. */
export const LiveSession = () => {
  const { ready, turnedAway } = useSession()
  const [ending, setEnding] = useState(false)

  useEffect(() => {
    if (!holdsToken || !ready) return undefined
    return watchIdle({
      target: window,
      onWarning: setEnding,
      onIdle: () => {
        setEnding(false)
        signOut('idle')
        queryClient.clear()
      },
    })
  }, [ready])

  if (!holdsToken) return turnedAway ? <NotStartedHere /> : null
  return (
    <>
      {ending && (
        <div className="mb-6 max-w-[640px]">
          <Notice tone="warning" title="The token will be forgotten in a minute" live>
            <p>Nobody has used this page for 14 minutes. Press any key to keep the token.</p>
          </Notice>
        </div>
      )}
      <TokenPanel />
    </>
  )
}

const NotStartedHere = () => (
  <div className="mb-6 max-w-[640px]">
    <Notice tone="warning" title="Open the address that the server printed">
      <p>
        This server holds a Qovery token, and answers only pages that were opened through the
        address it printed when it started. Nothing was sent; what you typed is kept.
      </p>
    </Notice>
  </div>
)
