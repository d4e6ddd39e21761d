import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useLocation } from 'wouter'
import { organizationsQuery, queryClient } from '../queries/queries'
import { cut } from '../ui/cut'
import { Icon } from '../ui/icon'
import { moveFocus } from '../ui/move-focus'
import { Notice } from '../ui/notice'
import { watchIdle } from '../session/idle'
import { holdsToken, signOut, useSession } from '../session/session'
import { StartPanel } from './start-panel'
import { isTokenUsed } from '../session/token-use'
import { TokenPanel } from './token-panel'

/** What only a live console shows above its pages: the question for a token or start code, and the end of an idle token. */
export const LiveSession = () => {
  const { ready, asking } = useSession()
  const [ending, setEnding] = useState(false)
  const [path] = useLocation()
  const [takenAt, setTakenAt] = useState<string>()
  const onTaken = () => setTakenAt(path)

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

  return (
    <>
      {ready && asking === null && takenAt === path && <Connected />}
      {!holdsToken && <StartPanel onTaken={onTaken} />}
      {ending && (
        <div className="mb-6 max-w-[640px]">
          <Notice tone="warning" title="The token will be forgotten in a minute" live>
            <p>Nobody has used this page for 14 minutes. Press any key to keep the token.</p>
          </Notice>
        </div>
      )}
      {holdsToken && <TokenPanel onTaken={onTaken} />}
    </>
  )
}

/** The answer to what was entered, until the page is left. */
const Connected = () => {
  const { data } = useQuery({ ...organizationsQuery, enabled: false })
  const names = data?.results.map(({ name }) => cut(name)).join(', ') ?? ''
  return (
    <p
      ref={focusOnce}
      tabIndex={-1}
      className="mb-6 flex max-w-[640px] gap-2 rounded-card border border-ok bg-ok-tint p-3 font-semibold"
    >
      <Icon name="check" className="mt-0.5 text-ok" />
      <span className="min-w-0 wrap-anywhere">
        Connected to Qovery{names !== '' && ': '}
        <bdi translate="no">{names}</bdi>
      </span>
    </p>
  )
}

const focusOnce = (element: HTMLElement | null) => moveFocus(element)
