import { useEffect, useState } from 'react'
import { organizationsQuery, queryClient } from '../queries/queries'
import { checkStartCode } from '../session/check-start-code'
import { CredentialPanel } from './credential-panel'
import { askForStart, currentSession, startWith, useSession, type Asking } from '../session/session'
import { sharePass } from '../session/share-pass'
import { openedWith, startPass, takeStartCode } from '../session/start-pass'

/** Milliseconds in which another tab hands its pass over, so that nothing is asked. One that comes later is taken as well. */
const handOver = 300

const reasonFor = (asking: Asking) => {
  switch (asking) {
    case 'first':
      return 'This server holds a Qovery token, and answers only whoever started it. Nothing was sent.'
    case 'needed':
      return 'Nothing was sent: the server answers only whoever started it. What you typed is kept.'
    default:
      return 'The server does not know this page: its address was opened before, the server was started again, or nobody used the page for 12 hours. What you typed is kept.'
  }
}

/** Asks for the code of a server that holds the token, unless it stands in the page's address. */
export const StartPanel = ({ onTaken }: { onTaken: () => void }) => {
  const { asking } = useSession()
  const [problem, setProblem] = useState<string>()
  // Once the console is open, it says nothing of why it is asked for later.
  if (asking === null && problem !== undefined) setProblem(undefined)

  useEffect(() => {
    const askOtherTabs = sharePass(startWith)
    const startFrom = async (code: string) => {
      const wrong = await start(code)
      if (wrong === undefined) return
      // A tab that was started before may be led to its first address again.
      const pass = startPass()
      if (pass !== undefined) return startWith(pass)
      askForStart('refused')
      setProblem(wrong)
      askOtherTabs()
    }
    let patience: ReturnType<typeof setTimeout> | undefined
    if (openedWith !== undefined) void startFrom(openedWith)
    else if (startPass() === undefined) {
      askOtherTabs()
      patience = setTimeout(() => {
        if (!currentSession().ready) askForStart('first')
      }, handOver)
    }
    // Pasted over the address of a page that is open, an address loads nothing.
    const follow = () => {
      const code = takeStartCode()
      if (code !== undefined) void startFrom(code)
    }
    addEventListener('hashchange', follow)
    return () => {
      clearTimeout(patience)
      removeEventListener('hashchange', follow)
    }
  }, [])

  if (asking === null) return null
  return (
    <CredentialPanel
      id="code"
      title="Start code needed"
      asking={asking}
      reason={
        problem === undefined
          ? reasonFor(asking)
          : 'The address did not open the console. What you typed is kept.'
      }
      earlier={problem}
      label="Start code"
      hint="Behind #start= in the address that the server printed last. Where CONSOLE_START_SECRET is set, the value of that."
      action="Use this code"
      onUse={start}
      onTaken={onTaken}
    />
  )
}

/** Exchanges a code for a pass, and goes on with that. Returns what is wrong with the code otherwise. */
const start = async (code: string) => {
  const checked = await checkStartCode(code, globalThis.fetch.bind(globalThis))
  if (!checked.ok) return checked.problem
  queryClient.clear()
  queryClient.setQueryData(organizationsQuery.queryKey, checked.organizations)
  startWith(checked.pass)
  return undefined
}
