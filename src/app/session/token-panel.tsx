import { useEffect, useRef, useState } from 'react'
import { Button } from '../ui/button'
import { exactText } from '../ui/exact-text'
import { Field } from '../ui/field'
import { Form } from '../ui/form'
import { useDrawnAhead } from '../ui/use-drawn-ahead'
import { organizationsQuery, queryClient } from '../queries'
import { checkToken } from './check-token'
import { askForToken, signIn, useSession, type Asking } from './session'

// A text, since browsers fill in and offer to save whatever is of the type password, also where they are told not to: a
// token would end up in their store, or another program's password of this machine in a call to Qovery. Of a text that is
// not completed they keep nothing, not even to restore a session. The rest is what extensions go by.
const keptByNobody = {
  type: 'text',
  'data-1p-ignore': '',
  'data-bwignore': '',
  'data-lpignore': 'true',
  'data-form-type': 'other',
  'data-protonpass-ignore': 'true',
  'data-gramm': 'false',
} as const

const reasons: Record<Asking, string> = {
  first: 'To reach Qovery, this page needs an API token of your organization.',
  needed: 'Nothing was sent: there is no token yet. What you typed is kept.',
  idle: 'The token was forgotten after 15 minutes without a key or a pointer. What you typed is kept.',
  'signed-out': 'You signed out, and the token was forgotten. What you typed is kept.',
  refused:
    'Qovery refused a call with the present token. Use another one, or keep it if only that call is not allowed.',
}

/** Asks for a token, checks it, and hands it to the session. The field itself never keeps it. */
export const TokenPanel = () => {
  const { asking } = useSession()
  // A press before the script is there would be lost: it must not look as if it were taken.
  const drawnAhead = useDrawnAhead()
  const [problem, setProblem] = useState('')
  const [checking, setChecking] = useState(false)
  const [shown, setShown] = useState(false)
  // Not a controlled field: React would write what is typed into the value attribute, where anything can read it.
  const input = useRef<HTMLInputElement>(null)
  const panel = useRef<HTMLElement>(null)

  useEffect(() => {
    // Whoever just opened the page is not interrupted; whoever lost the token in mid-work is brought here.
    if (asking === null || asking === 'first') return
    input.current?.focus({ preventScroll: true })
    // With the reason above it, and clear of the bar.
    panel.current?.scrollIntoView({ block: 'nearest' })
  }, [asking])

  if (asking === null) return null

  const use = async () => {
    if (checking || input.current === null) return
    setChecking(true)
    const checked = await checkToken(input.current.value, globalThis.fetch.bind(globalThis))
    setChecking(false)
    if (!checked.ok) {
      setProblem(checked.problem)
      input.current.focus()
      return
    }
    input.current.value = ''
    setShown(false)
    setProblem('')
    queryClient.clear()
    queryClient.setQueryData(organizationsQuery.queryKey, checked.organizations)
    signIn(checked.authorization)
    document.getElementById('content')?.focus()
  }

  return (
    <section
      ref={panel}
      aria-labelledby="token-title"
      className="panel mb-6 grid max-w-[640px] gap-3 p-4"
    >
      <div>
        <h2 id="token-title" className="text-lead font-semibold">
          {asking === 'first' ? 'Connect to Qovery' : 'Token needed'}
        </h2>
        <p id="token-reason" className="text-muted">
          {reasons[asking]}
        </p>
      </div>
      {/* Before its script is there Enter must do nothing: a form of a dialog, outside of one, sends nothing by itself. */}
      {/* The hint takes three lines on a phone and two elsewhere: a problem, whatever its length, takes no less. */}
      <Form
        method="dialog"
        onSubmit={() => void use()}
        className="grid gap-1 [&_#token-message]:min-h-15 sm:[&_#token-message]:min-h-10"
      >
        <Field
          id="token"
          label="API token"
          problem={problem}
          hint={
            <>
              Kept in memory only, until you reload or sign out.{' '}
              <a
                className="link"
                href="https://console.qovery.com"
                rel="noreferrer"
                target="_blank"
              >
                Make one in Qovery’s console
              </a>{' '}
              under Organization settings, API token.
            </>
          }
          control={(attributes) => (
            <div className="flex gap-2">
              <input
                {...attributes}
                {...exactText}
                {...keptByNobody}
                aria-describedby={`token-reason ${attributes['aria-describedby']}`}
                ref={input}
                className={`field-box h-9 font-mono text-small ${shown ? '' : 'masked'}`}
              />
              <Button
                aria-label="Show token"
                aria-pressed={shown}
                busy={drawnAhead}
                onClick={() => setShown(!shown)}
              >
                Show
              </Button>
            </div>
          )}
        />
        <div className="flex gap-2">
          <Button
            type={drawnAhead ? 'button' : 'submit'}
            kind="primary"
            busy={checking || drawnAhead}
          >
            {checking ? 'Checking token…' : 'Use this token'}
          </Button>
          {asking === 'refused' && (
            <Button onClick={() => askForToken(null)}>Keep the present one</Button>
          )}
        </div>
      </Form>
    </section>
  )
}
