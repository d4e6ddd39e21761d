import { useIsMutating, useMutation } from '@tanstack/react-query'
import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import { projectOwner } from '../../qovery/owner'
import { useMissing } from '../data/lazy-code'
import { readyToSend, useSession } from '../session/session'
import { liveSession } from '../sign-in/session-gate'
import { setting } from '../data/setting'
import { Button } from '../ui/button'
import { Form } from '../ui/form'
import { Shortcut } from '../ui/shortcut'
import { usePrerendered } from '../ui/use-prerendered'
import { useAliasForm } from './alias-form-context'
import { DescriptionField } from './description-field'
import { draft } from './draft'
import { Example } from './example'
import { toRequest, type FormValues } from './form-values'
import { InterpolationSwitch } from './interpolation-switch'
import { KeyField } from './key-field'
import { loadLate, onceBegun, onceInUse } from './load-late'
import { ProjectField } from './project-field'
import { SecretField } from './secret-field'
import { sourceNow } from './use-source'

const FormLanding = lazy(async () => ({ default: (await onceInUse()).FormLanding }))

export const AliasForm = () => {
  const form = useAliasForm()
  const { ready } = useSession()
  const element = useRef<HTMLFormElement>(null)

  // Whoever drives the page, or measures it, sees from when on the form can be sent.
  useEffect(() => {
    const drawn = element.current
    drawn?.setAttribute('data-ready', '')
    if (drawn?.contains(document.activeElement) === true) loadLate()
    drawn?.addEventListener('focusin', loadLate, { once: true })
    return () => drawn?.removeEventListener('focusin', loadLate)
  }, [])

  useEffect(
    () =>
      form.subscribe({
        formState: { values: true },
        callback: ({ values, type }) => {
          draft.write(values)
          // What the form sets itself, as after an alias was created, has no type.
          if (type === 'change') begin()
        },
      }),
    [form],
  )

  const [isCodeMissing, setCodeMissing] = useState(false)
  const { mutate } = useMutation({
    mutationKey: creating,
    mutationFn: async (values: FormValues) => {
      const { projectId, secretId, source } = sourceNow(values)
      if (projectId === undefined || secretId === undefined) return
      const { create } = await onceBegun.get()
      const request = toRequest(values, source)
      const why = await create({ owner: projectOwner(projectId), secretId, request })
      setCodeMissing(why === 'not loaded')
    },
  })
  const send = form.handleSubmit(async (values) => {
    if (ready || (await readyToSend())) mutate(values)
  })
  const press = async () => {
    setCodeMissing(false)
    try {
      await onceBegun.soon()
      if (!ready) await liveSession.soon()
    } catch {
      setCodeMissing(true)
      return
    }
    await send()
  }

  return (
    <Form
      ref={element}
      onSubmit={() => void press()}
      aria-labelledby="create-alias"
      className="grid gap-3"
    >
      <div>
        <h1 id="create-alias" className="text-title font-semibold">
          Create an alias
        </h1>
        <p className="text-muted">
          Give a secret a second name.
          {setting.mode === 'sandbox' && <Example />}
        </p>
      </div>
      {texts}
      <InterpolationSwitch onType={begin} />
      {landing}
      <div className="flex items-center gap-3">
        <SubmitButton />
        <Shortcut />
      </div>
      {isCodeMissing && <NotSent />}
    </Form>
  )
}

const creating = ['createAlias']

// What was made last makes way for the plan of the next one.
const begin = () => void onceBegun.get().then((code) => code.begin())

const NotSent = () => {
  const isMissing = useMissing() !== undefined
  return (
    <p role="alert" className="text-danger">
      Nothing was sent: a part of this page {isMissing ? 'is' : 'was'} missing.
      {!isMissing && ' It is there now: press again.'}
    </p>
  )
}

const SubmitButton = () => {
  const busy = useIsMutating({ mutationKey: creating }) > 0
  // Before its script is there the form must send nothing by itself: the policy would forbid it, and say so.
  const type = usePrerendered() ? 'button' : 'submit'
  return (
    <Button type={type} kind="primary" busy={busy}>
      {busy ? 'Creating alias…' : 'Create alias'}
    </Button>
  )
}

// Waits there before anything is sent: what an outcome changes in the form comes with the outcome.
const landing = (
  <Suspense>
    <FormLanding />
  </Suspense>
)

// Always the same element: the fields are re-rendered when they change, not with each step of a submission.
const texts = (
  <>
    <ProjectField />
    <SecretField />
    <KeyField />
    <DescriptionField />
  </>
)
