import { useEffect, useRef } from 'react'
import { afterPaint } from '../ui/after-paint'
import { useDrawnAhead } from '../ui/use-drawn-ahead'
import { Notice } from '../ui/notice'
import { askForToken, holdsToken } from '../session/session'
import { useAliasForm } from './alias-form-context'
import { ServerWords } from '../review/server-words'
import { useSubmission, useSubmissionActions } from './submission-provider'
import { useLanding } from './use-landing'

/**
 * Brings an outcome to the form, once: a refusal to its field or to the notice drawn here, and after a created alias
 * an empty key. What was typed meanwhile for the next alias stays.
 */
export const FormLanding = () => {
  const state = useSubmission()
  const { claim } = useSubmissionActions()
  const { setError, reset, getValues } = useAliasForm()
  const landing = useLanding()
  const drawnAhead = useDrawnAhead()
  const heading = useRef<HTMLHeadingElement>(null)

  useEffect(() => {
    if (drawnAhead || state.kind !== 'done' || !claim()) return
    if (state.outcome.kind === 'created') {
      const { key } = state.submission.request
      // The alias is seen first. Not taken back when this is drawn anew: it was claimed once.
      afterPaint(() => {
        const values = getValues()
        if (values.key === key) {
          reset({ ...values, key: '', agreedKey: '', description: '', interpolation: null })
        }
      })
      return
    }
    if (landing === undefined) return
    const { place, message } = landing
    if (place === 'session' && holdsToken) askForToken('refused')
    else if (place === 'form' || place === 'session') heading.current?.focus()
    else setError(place, { type: 'server', message }, { shouldFocus: true })
  }, [drawnAhead, state, landing, claim, getValues, reset, setError])

  if (drawnAhead || (landing?.place !== 'form' && landing?.place !== 'session')) return null
  return (
    <Notice tone="danger" title="Not created" headingRef={heading}>
      <p>{landing.message}</p>
      <ServerWords error={landing.error} />
    </Notice>
  )
}
