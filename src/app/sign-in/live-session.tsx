import { useEffect, useState } from 'react'
import { queryClient } from '../queries/queries'
import { Notice } from '../ui/notice'
import { watchIdle } from '../session/idle'
import { holdsToken, signOut, useSession } from '../session/session'
import { StartPanel } from './start-panel'
import { isTokenUsed } from '../session/token-use'
import { TokenPanel } from './token-panel'

/** What only a live console shows above its pages: the question for a token or start code, and the end of an idle token. */
export const LiveSession = () => {
  const { ready } = useSession()
  const [ending, setEnding] = useState(false)

  useEffect(() => {
    if (!holdsToken || !ready) return undefined
    return watchIdle({
      target: window,
      isUsed: isTokenUsed,
      onWarning: setEnding,
      onIdle: () => {
        setEnding(false)
        signOut('idle')
        queryClient.clear()
      },
    })
  }, [ready])

  if (!holdsToken) return <StartPanel />
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
