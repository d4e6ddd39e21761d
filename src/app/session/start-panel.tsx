import { useEffect } from 'react'
import { organizationsQuery, queryClient } from '../queries'
import { checkStartCode } from './check-start-code'
import { CredentialPanel } from './credential-panel'
import { askForStart, startWith, useSession, type Asking } from './session'
import { openedWith, startPass, takeStartCode } from './start-pass'

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
export const StartPanel = () => {
  const { asking } = useSession()

  useEffect(() => {
    if (openedWith !== undefined) void startFromAddress(openedWith)
    // Pasted over the address of a page that is open, an address loads nothing.
    const follow = () => {
      const code = takeStartCode()
      if (code !== undefined) void startFromAddress(code)
    }
    addEventListener('hashchange', follow)
    return () => removeEventListener('hashchange', follow)
  }, [])

  if (asking === null) return null
  return (
    <CredentialPanel
      id="code"
      title="Start code needed"
      asking={asking}
      reason={reasonFor(asking)}
      label="Start code"
      hint="Behind #start= in the address that the server printed last. Where CONSOLE_START_SECRET is set, the value of that."
      action="Use this code"
      onUse={start}
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

const startFromAddress = async (code: string) => {
  const problem = await start(code)
  if (problem === undefined) return
  // A tab that was started before may be led to its first address again.
  const pass = startPass()
  if (pass === undefined) askForStart()
  else startWith(pass)
}
