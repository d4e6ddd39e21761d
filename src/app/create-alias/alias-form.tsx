import {
  lazy,
  Suspense,
  useEffect,
  useLayoutEffect,
  useRef,
  useSyncExternalStore,
  type KeyboardEvent,
} from 'react'
import { codePoints, descriptionMaxLength } from '../../qovery/limits'
import { askForToken, useSession } from '../session/session'
import { setting } from '../session/setting'
import { Button } from '../ui/button'
import { Field } from '../ui/field'
import { Switch } from '../ui/switch'
import { useAliasForm, useFormValue } from './alias-form-context'
import { draft } from './draft'
import { showsInterpolation, toRequest } from './form-values'
import { KeyField } from './key-field'
import { loadLate, onceBegun } from './load-late'
import { ProjectField } from './project-field'
import { SecretField } from './secret-field'
import { useSubmissions } from './submission-provider'
import { useFormText } from './use-form-text'
import { sourceNow, useSource } from './use-source'

const FormLanding = lazy(async () => ({ default: (await onceBegun()).FormLanding }))

interface AliasFormProps {
  onType: () => void
  onSubmit: () => void
}

export const AliasForm = ({ onType, onSubmit }: AliasFormProps) => {
  const form = useAliasForm()
  const { state, submit } = useSubmissions()
  const { ready } = useSession()
  const element = useRef<HTMLFormElement>(null)
  // Before its script is there the form must send nothing by itself: the policy would forbid it, and say so.
  const buttonType = useSyncExternalStore(
    never,
    () => 'submit' as const,
    () => 'button' as const,
  )

  // Whoever drives the page, or measures it, sees from when on the form can be sent.
  useEffect(() => {
    element.current?.setAttribute('data-ready', '')
    if (element.current?.contains(document.activeElement) === true) loadLate()
  }, [])

  useEffect(
    () =>
      form.subscribe({
        formState: { values: true },
        callback: ({ values, type }) => {
          draft.write(values)
          // What the form sets itself, as after an alias was created, has no type.
          if (type === 'change') onType()
        },
      }),
    [form, onType],
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
      ref={element}
      noValidate
      onSubmit={(event) => void send(event)}
      onFocus={loadLate}
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
      <InterpolationSwitch onType={onType} />
      {state.kind !== 'idle' && (
        <Suspense>
          <FormLanding />
        </Suspense>
      )}
      <div className="flex items-center gap-3">
        <Button type={buttonType} kind="primary" busy={state.kind === 'busy'}>
          {state.kind === 'busy' ? 'Creating alias…' : 'Create alias'}
        </Button>
        <Shortcut />
      </div>
    </form>
  )
}

const never = () => () => undefined
const shortcut = () => (/Mac|iPhone|iPad/.test(navigator.userAgent) ? '⌘↵' : 'Ctrl ↵')

const Shortcut = () => (
  <span className="text-small text-muted" aria-hidden="true">
    {useSyncExternalStore(never, shortcut, () => 'Ctrl ↵')}
  </span>
)

/** The documentation's own example, for somebody who has no id at hand. */
const exampleId = '3c90c3cc-0d44-4b50-8888-8dd25736052a'

const Example = () => {
  const { setValue } = useAliasForm()
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
  const { value, error, attributes } = useFormText<HTMLTextAreaElement>('description')
  const length = codePoints(value)
  return (
    <Field
      id="description"
      label="Description"
      aside={
        <span
          className={`text-small digits ${length > descriptionMaxLength ? 'text-danger' : 'text-muted'}`}
        >
          {length}/{descriptionMaxLength}
        </span>
      }
      hint="Optional. Who needs this name, and what for."
      problem={error?.message}
      control={(field) => (
        <textarea
          {...field}
          {...attributes}
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

const InterpolationSwitch = ({ onType }: { onType: () => void }) => {
  const { source } = useSource()
  const { setValue } = useAliasForm()
  const interpolation = useFormValue('interpolation')
  const box = useRef<HTMLInputElement>(null)
  // Pressed before this code was there: that counts.
  useLayoutEffect(() => {
    if (box.current?.checked === true) setValue('interpolation', true)
  }, [setValue])
  return (
    <Switch
      id="interpolation"
      box={box}
      label="Enable interpolation in file"
      checked={showsInterpolation({ interpolation }, source)}
      onChange={(checked) => {
        setValue('interpolation', checked, { shouldDirty: true })
        onType()
      }}
      hint={
        source === undefined || source.variable_type === 'FILE'
          ? 'Only matters for a file: {{VAR}} in it is replaced at deployment.'
          : `Changes nothing here: ${source.key} is not a file.`
      }
    />
  )
}
