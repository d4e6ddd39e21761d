import { lazy, Suspense, useEffect, type KeyboardEvent } from 'react'
import { useController, useFormContext } from 'react-hook-form'
import { codePoints, descriptionMaxLength } from '../../qovery/limits'
import { askForToken, useSession } from '../session/session'
import { setting } from '../session/setting'
import { Button } from '../ui/button'
import { Field } from '../ui/field'
import { Switch } from '../ui/switch'
import { draft } from './draft'
import { showsInterpolation, toRequest, type FormValues } from './form-values'
import { KeyField } from './key-field'
import { ProjectField } from './project-field'
import { SecretField } from './secret-field'
import { useSubmissions } from './submission-provider'
import { sourceNow, useSource } from './use-source'

// Only needed once something was sent; loaded long before.
const loading = import('./form-landing')
const FormLanding = lazy(async () => ({ default: (await loading).FormLanding }))

interface AliasFormProps {
  onType: () => void
  onSubmit: () => void
}

export const AliasForm = ({ onType, onSubmit }: AliasFormProps) => {
  const form = useFormContext<FormValues>()
  const { state, submit } = useSubmissions()
  const { ready } = useSession()

  useEffect(
    () =>
      form.subscribe({
        formState: { values: true },
        callback: ({ values }) => draft.write(values),
      }),
    [form],
  )

  const send = form.handleSubmit((values) => {
    const { projectId, secretId, source } = sourceNow(values)
    if (projectId === undefined || secretId === undefined) return
    if (!ready) {
      askForToken('needed')
      return
    }
    onSubmit()
    submit({ projectId, secretId, request: toRequest(values, source) })
  })

  return (
    <form
      noValidate
      onSubmit={(event) => void send(event)}
      onInput={onType}
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
      <ProjectField />
      <SecretField />
      <KeyField />
      <DescriptionField />
      <InterpolationSwitch />
      {state.kind !== 'idle' && (
        <Suspense>
          <FormLanding />
        </Suspense>
      )}
      <div className="flex items-center gap-3">
        <Button type="submit" kind="primary" busy={state.kind === 'busy'}>
          {state.kind === 'busy' ? 'Creating alias…' : 'Create alias'}
        </Button>
        <span className="text-small text-muted" aria-hidden="true">
          {/Mac|iPhone|iPad/.test(navigator.userAgent) ? '⌘↵' : 'Ctrl ↵'}
        </span>
      </div>
    </form>
  )
}

/** The documentation's own example, for somebody who has no id at hand. */
const exampleId = '3c90c3cc-0d44-4b50-8888-8dd25736052a'

const Example = () => {
  const { setValue } = useFormContext<FormValues>()
  const fill = () => {
    setValue('project', exampleId, { shouldValidate: true })
    setValue('secret', exampleId, { shouldValidate: true })
  }
  return (
    <>
      {' New here? '}
      <button type="button" className="link" onClick={fill}>
        Fill in an example
      </button>
      .
    </>
  )
}

const DescriptionField = () => {
  const { field, fieldState } = useController<FormValues, 'description'>({ name: 'description' })
  const length = codePoints(field.value)
  return (
    <Field
      id="description"
      label="Description"
      aside={
        <span
          className={`text-small tabular-nums ${length > descriptionMaxLength ? 'text-danger' : 'text-muted'}`}
        >
          {length}/{descriptionMaxLength}
        </span>
      }
      hint="Optional. Who needs this name, and what for."
      problem={fieldState.error?.message}
      control={(attributes) => (
        <textarea
          {...attributes}
          {...field}
          onKeyDown={sendByKeyboard}
          rows={2}
          className="field-box field-sizing-content max-h-40 min-h-14 resize-none py-1.5"
        />
      )}
    />
  )
}

// Enter belongs to the text here, so sending takes a modifier; elsewhere in the form Enter alone sends.
const sendByKeyboard = (event: KeyboardEvent<HTMLTextAreaElement>) => {
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
  event.preventDefault()
  event.currentTarget.form?.requestSubmit()
}

const InterpolationSwitch = () => {
  const { source } = useSource()
  const { field } = useController<FormValues, 'interpolation'>({ name: 'interpolation' })
  return (
    <Switch
      id="interpolation"
      label="Enable interpolation in file"
      checked={showsInterpolation({ interpolation: field.value }, source)}
      onChange={field.onChange}
      hint={
        source === undefined || source.variable_type === 'FILE'
          ? 'Only matters for a file: {{VAR}} in it is replaced at deployment.'
          : `Changes nothing here: ${source.key} is not a file.`
      }
    />
  )
}
