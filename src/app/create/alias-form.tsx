import { useIsMutating, useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { FieldErrors } from 'react-hook-form'
import { Link } from 'wouter'
import { findId } from '../../rules/console-link'
import { aboutPath } from '../../rules/page-paths'
import { useMissing } from '../data/lazy-code'
import { setting } from '../data/setting'
import { queryClient } from '../queries/queries'
import { readyToSend, useSession } from '../session/session'
import { liveSession } from '../sign-in/session-gate'
import { Button } from '../ui/button'
import { focusRefused } from '../ui/focus-refused'
import { Form } from '../ui/form'
import { Shortcut } from '../ui/shortcut'
import { useLasting } from '../ui/use-lasting'
import { usePrerendered } from '../ui/use-prerendered'
import { useAliasForm } from './alias-form-context'
import { DescriptionField } from './description-field'
import { Example } from './example'
import { formFields, type FormValues } from './form-values'
import { InterpolationSwitch } from './interpolation-switch'
import { KeyField } from './key-field'
import { ApplyResult, formRuntime, loadRuntime } from './load-runtime'
import { ProjectField } from './project-field'
import { SecretField } from './secret-field'
import { WhereField } from './where-field'

export const AliasForm = () => {
  const { handleSubmit, getValues } = useAliasForm()
  const { ready } = useSession()
  const isHydrating = usePrerendered()
  const [isCodeMissing, setCodeMissing] = useState(false)
  const { mutate } = useMutation({
    mutationKey: creating,
    mutationFn: async (values: FormValues) => {
      const { create } = await formRuntime.get()
      setCodeMissing((await create(values)) === 'not loaded')
    },
  })
  const send = handleSubmit(async (values) => {
    if (!ready && !(await readyToSend())) return
    // Two presses can fall between two drawings.
    if (queryClient.isMutating({ mutationKey: creating }) === 0) mutate(values)
  }, leadToFirst)
  const press = async () => {
    setCodeMissing(false)
    try {
      await formRuntime.soon()
      if (!ready) await liveSession.soon()
    } catch {
      setCodeMissing(true)
      return
    }
    const { where, secret } = getValues()
    const isNamed = where !== '' || (secret !== '' && findId(secret, 'secret') === undefined)
    // What only a list can judge is not called wrong for want of a token.
    if (!ready && isNamed && !(await readyToSend())) return
    await send()
  }

  return (
    <Form
      // Whoever drives the page, or measures it, sees from when on the form can be sent.
      data-ready={isHydrating ? undefined : ''}
      onSubmit={() => void press()}
      onFocus={loadRuntime}
      aria-labelledby="create-alias"
      className="grid gap-3"
    >
      {content}
      {isCodeMissing && <NotSent />}
    </Form>
  )
}

const creating = ['createAlias']

const leadToFirst = (errors: FieldErrors<FormValues>) => {
  const first = formFields.find((field) => errors[field] !== undefined)
  if (first !== undefined) focusRefused(first)
}

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
  const busy = useLasting(useIsMutating({ mutationKey: creating }) > 0)
  // Before its script is there the form must send nothing by itself: the policy would forbid it, and say so.
  const type = usePrerendered() ? 'button' : 'submit'
  return (
    <Button type={type} kind="primary" busy={busy}>
      {busy ? 'Creating alias…' : 'Create alias'}
    </Button>
  )
}

// Always the same element: each follows its own value, not the steps of a submission.
const content = (
  <>
    <div>
      <div className="flex flex-wrap items-center justify-between gap-x-4">
        <h1 id="create-alias" className="text-title font-semibold">
          Create an alias
        </h1>
        {setting.mode === 'sandbox' && <Example />}
      </div>
      <p className="text-muted">
        <span>Give a secret a second name. </span>
        <Link className="link" href={aboutPath}>
          What is an alias?
        </Link>
      </p>
    </div>
    <ProjectField />
    <WhereField />
    <SecretField />
    <KeyField />
    <DescriptionField />
    <InterpolationSwitch />
    <ApplyResult />
    <div className="flex items-center gap-3">
      <SubmitButton />
      <Shortcut />
    </div>
  </>
)
