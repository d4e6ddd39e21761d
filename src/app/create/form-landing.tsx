import { useEffect, useRef } from 'react'
import type { CreateAliasRequest } from '../../qovery/schema'
import { operations } from '../operations/in-browser'
import { namesOf } from '../operations/operation'
import { useStatuses } from '../operations/use-operations'
import { ServerWords } from '../alias/server-words'
import { askForToken, holdsToken } from '../session/session'
import { afterPaint } from '../ui/after-paint'
import { moveFocus } from '../ui/move-focus'
import { NamedText, nameInText } from '../ui/name'
import { Notice } from '../ui/notice'
import { useAliasForm } from './alias-form-context'
import { useCreation, useLanding } from './current-creation'

// Without it the form forgets its fields, and a field hears of nothing until it is re-rendered: what was typed into one that
// had been empty before would be left out.
const keepFields = { keepFieldsRef: true }

/** What was brought to the form by now: each result once, however often the form is opened. */
const applied = new WeakSet<object>()

/**
 * Brings a result to the form, once: a refusal to its field or to the notice drawn here, after a created alias an empty key,
 * and after an undo what was typed for it. What was typed meanwhile for the next alias stays.
 */
export const FormLanding = () => {
  const creation = useCreation()
  const landing = useLanding()
  const { setError, reset, getValues } = useAliasForm()
  const heading = useRef<HTMLHeadingElement>(null)
  const undone = useUndone()

  const { operation, result, isPast = false } = creation ?? {}
  useEffect(() => {
    if (operation === undefined || result === undefined || isPast || applied.has(result)) return
    applied.add(result)
    if (result.kind === 'done') {
      // The alias is seen first. Not taken back when this is re-rendered: it is applied once.
      afterPaint(() => {
        // Undone meanwhile, it gives back what was typed for it.
        const isStill = operations.read().some((each) => each.operation.id === operation.id)
        if (!isStill) return
        const values = getValues()
        if (values.key === operation.request.key)
          reset(
            { ...values, key: '', agreedKey: '', description: '', interpolation: null },
            keepFields,
          )
      })
      return
    }
    const isTokenRefused =
      landing?.place === 'session' ||
      (result.kind === 'unconfirmed' && result.failure?.status === 401)
    if (isTokenRefused && holdsToken) askForToken('refused')
    else if (landing?.place === 'form' || landing?.place === 'session') moveFocus(heading.current)
    else if (landing !== undefined)
      setError(landing.place, { type: 'server', message: landing.message }, { shouldFocus: true })
  }, [operation, result, isPast, landing, getValues, reset, setError])

  useEffect(() => {
    if (undone === undefined || applied.has(undone)) return
    applied.add(undone)
    const values = getValues()
    if (values.key !== '' || values.description !== '') return
    const { key, description, enable_interpolation_in_file: interpolation } = undone
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
  }, [undone, getValues, reset])

  if (landing?.place !== 'form' && landing?.place !== 'session') return null
  return (
    <Notice
      tone="danger"
      title={`${nameInText(landing.operation.request.key)} was not created`}
      names={namesOf(landing.operation)}
      headingRef={heading}
    >
      <p>
        <NamedText text={landing.message} names={namesOf(landing.operation)} />
      </p>
      {landing.failure !== null && <ServerWords error={landing.failure} />}
    </Notice>
  )
}

/** What was typed for an alias that was deleted again. */
const useUndone = (): CreateAliasRequest | undefined => {
  const undo = useStatuses().findLast(
    ({ operation, result }) => operation.kind === 'delete' && result?.kind === 'done',
  )?.operation
  return undo?.kind === 'delete' ? undo.undoes : undefined
}
