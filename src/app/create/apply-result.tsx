import { useEffect, useRef } from 'react'
import { Link } from 'wouter'
import { secretPath } from '../../rules/page-paths'
import type { CreateAliasRequest } from '../../qovery/schema'
import { namesOf } from '../operations/operation'
import { useStatuses } from '../operations/use-operations'
import { ServerWords } from '../alias/server-words'
import { askForToken, holdsToken } from '../session/session'
import { focusRefused } from '../ui/focus-refused'
import { moveFocus } from '../ui/move-focus'
import { oncePainted } from '../ui/once-painted'
import { nameInText } from '../ui/name'
import { NamedText } from '../ui/named-text'
import { Notice } from '../ui/notice'
import { useAliasForm } from './alias-form-context'
import { useCreation, useRefusal } from './current-creation'
import { useNamedSecret } from './use-named-secret'

// Without it the form forgets its fields, and a field hears of nothing until it is re-rendered: what was typed into one that
// had been empty before would be left out.
const keepFields = { keepFieldsRef: true }

/** What was brought to the form by now: each result once, however often the form is opened. */
const applied = new WeakSet<object>()

/**
 * Brings a result to the form, once: a refusal to its field or to the notice drawn here, after a created alias an empty key,
 * and after an undo what was typed for it. What was typed meanwhile for the next alias stays.
 */
export const ApplyResult = () => {
  const creation = useCreation()
  const refusal = useRefusal()
  const { setError, reset, getValues } = useAliasForm()
  const heading = useRef<HTMLHeadingElement>(null)
  const undone = useUndone()
  useNamedSecret()

  const { operation, result, isPast = false } = creation ?? {}
  useEffect(() => {
    if (operation === undefined || result === undefined || isPast || applied.has(result)) return
    applied.add(result)
    if (result.kind === 'done') {
      const { key, description, enable_interpolation_in_file: interpolation } = operation.request
      // What was made is painted first.
      oncePainted(() => {
        const values = getValues()
        if (values.key !== key) return
        // What was changed meanwhile is in no alias, and stays.
        const isSame = {
          description: values.description === (description ?? ''),
          interpolation: values.interpolation === interpolation,
        }
        reset(
          {
            ...values,
            key: '',
            agreedKey: '',
            description: isSame.description ? '' : values.description,
            interpolation: isSame.interpolation ? null : values.interpolation,
          },
          keepFields,
        )
      })
      return
    }
    const isTokenRefused =
      refusal?.field === 'session' ||
      (result.kind === 'unconfirmed' && result.failure?.status === 401)
    if (isTokenRefused && holdsToken) askForToken('refused')
    else if (refusal?.field === 'form' || refusal?.field === 'session') moveFocus(heading.current)
    else if (refusal !== undefined) {
      setError(refusal.field, { type: 'server', message: refusal.message })
      focusRefused(refusal.field)
    }
  }, [operation, result, isPast, refusal, getValues, reset, setError])

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

  if (refusal?.field !== 'form' && refusal?.field !== 'session') return null
  return (
    <Notice
      tone="danger"
      title={`${nameInText(refusal.operation.request.key)} was not created`}
      names={namesOf(refusal.operation)}
      headingRef={heading}
    >
      <p>
        <NamedText text={refusal.message} names={namesOf(refusal.operation)} />
      </p>
      {refusal.failure !== null && <ServerWords error={refusal.failure} />}
    </Notice>
  )
}

/** What was typed for an alias whose creation was undone. */
const useUndone = (): CreateAliasRequest | undefined => {
  const undo = useStatuses().findLast(
    ({ operation, result }) => operation.kind === 'delete' && result?.kind === 'done',
  )?.operation
  // The alias of an old name was typed nowhere, and that name is another's again.
  return undo?.kind === 'delete' && undo.renamedTo === undefined ? undo.undoes : undefined
}

/** What a server's refusal adds to a field's message: who has the key, and the server's own words. */
export const FromServer = () => {
  const refusal = useRefusal()
  if (refusal === undefined) return null
  const { existing, failure, operation } = refusal
  return (
    <>
      {existing !== null && (
        <>
          {' '}
          <Link className="link" href={secretPath(operation.owner, existing.id)}>
            Open {existing.key}
          </Link>
        </>
      )}
      {failure !== null && <ServerWords error={failure} />}
    </>
  )
}
