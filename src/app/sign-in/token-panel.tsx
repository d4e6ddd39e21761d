import { organizationsQuery, queryClient } from '../queries/queries'
import { Button } from '../ui/button'
import { checkToken } from '../session/check-token'
import { CredentialPanel } from './credential-panel'
import { askForToken, signIn, useSession, type Asking } from '../session/session'

const reasons: Record<Asking, string> = {
  first: 'To reach Qovery, this page needs an API token of your organization.',
  needed: 'Nothing was sent: there is no token yet. What you typed is kept.',
  idle: 'The token was forgotten after 15 minutes without a key or a pointer. What you typed is kept.',
  'signed-out': 'You signed out, and the token was forgotten. What you typed is kept.',
  refused:
    'Qovery refused a call with the present token. Use another one, or keep it if only that call is not allowed.',
}

/** Asks for a token, checks it, and hands it to the session. */
export const TokenPanel = ({ onTaken }: { onTaken: () => void }) => {
  const { asking } = useSession()
  if (asking === null) return null
  return (
    <CredentialPanel
      id="token"
      title={asking === 'first' ? 'Connect to Qovery' : 'Token needed'}
      asking={asking}
      reason={reasons[asking]}
      label="API token"
      hint={
        <>
          Kept in memory only, until you reload or sign out.{' '}
          <a className="link" href="https://console.qovery.com" rel="noreferrer" target="_blank">
            Make one in Qovery’s console
          </a>{' '}
          under Organization settings, API token.
        </>
      }
      action="Use this token"
      onUse={use}
      onTaken={onTaken}
      note={
        <>
          To stop being asked, start the server with the token in <code>QOVERY_API_TOKEN</code>: the
          server keeps it, and answers only whoever started it.
        </>
      }
    >
      {asking === 'refused' && (
        <Button onClick={() => askForToken(null)}>Keep the present one</Button>
      )}
    </CredentialPanel>
  )
}

const use = async (typed: string) => {
  const checked = await checkToken(typed, globalThis.fetch.bind(globalThis))
  if (!checked.ok) return checked.problem
  queryClient.clear()
  queryClient.setQueryData(organizationsQuery.queryKey, checked.organizations)
  signIn(checked.authorization)
  return undefined
}
