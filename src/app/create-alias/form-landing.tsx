import { useEffect, useRef } from 'react'
import { afterPaint } from '../ui/after-paint'
import { moveFocus } from '../ui/move-focus'
import { useDrawnAhead } from '../ui/use-drawn-ahead'
import { Notice } from '../ui/notice'
import { askForToken, holdsToken } from '../session/session'
import { useAliasForm } from './alias-form-context'
import { ServerWords } from '../review/server-words'
import { useSubmission, useSubmissionActions } from './submission-provider'
import { useLanding } from './use-landing'
import { nameInText } from '../ui/name'

// Without it the form forgets its fields, and a field hears of nothing until it is drawn anew: what was typed into one that
// had been empty before would be left out.
const keepFields = { keepFieldsRef: true }

/**
 * Brings an outcome to the form, once: a refusal to its field or to the notice drawn here, after a created alias an
 * empty key, and after an undo what was typed for it. What was typed meanwhile for the next alias stays.
 */
export const FormLanding = () => {
  const state = useSubmission()
  const { claim } = useSubmissionActions()
  const { setError, reset, getValues } = useAliasForm()
  const landing = useLanding()
  const drawnAhead = useDrawnAhead()
  const heading = useRef<HTMLHeadingElement>(null)

  useEffect(() => {
    if (drawnAhead || (state.kind !== 'done' && state.kind !== 'undone') || !claim()) return
    if (state.kind === 'undone') {
      const { request } = state.submission
      const values = getValues()
      if (values.key === '' && values.description === '') {
        const { key, description, enable_interpolation_in_file: interpolation } = request
        reset(
          {
            ...values,
            key,
            agreedKey: key,
            description: description ?? '',
            interpolation: interpolation ?? null,
          },
          keepFields,
        )
      }
      return
    }
    if (state.outcome.kind === 'created') {
      const { key } = state.submission.request
      // The alias is seen first. Not taken back when this is drawn anew: it was claimed once.
      afterPaint(() => {
        const values = getValues()
        if (values.key === key) {
          reset(
            { ...values, key: '', agreedKey: '', description: '', interpolation: null },
            keepFields,
          )
        }
      })
      return
    }
    if (landing === undefined) return
    const { place, message } = landing
    if (place === 'session' && holdsToken) askForToken('refused')
    else if (place === 'form' || place === 'session') moveFocus(heading.current)
    else setError(place, { type: 'server', message }, { shouldFocus: true })
  }, [drawnAhead, state, landing, claim, getValues, reset, setError])

  if (
    drawnAhead ||
    state.kind !== 'done' ||
    (landing?.place !== 'form' && landing?.place !== 'session')
  )
    return null
  return (
    <Notice
      tone="danger"
      title={`${nameInText(state.submission.request.key)} was not created`}
      headingRef={heading}
    >
      <p>{landing.message}</p>
      <ServerWords error={landing.error} />
    </Notice>
  )
}
