import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useController } from 'react-hook-form'
import type { Secret } from '../../qovery/schema'
import { projectQuery } from '../queries'
import { useSession } from '../session/session'
import { Field } from '../ui/field'
import type { FormValues } from './form-values'
import { Problem } from './problem'
import { useSource } from './use-source'

/** Project and secret, by id or by a link that contains it; what they lead to is said below each. */
export const ProjectField = () => {
  const { projectId } = useSource()
  const { ready } = useSession()
  const project = useQuery({
    ...projectQuery(projectId ?? ''),
    enabled: ready && projectId !== undefined,
  })
  const hint =
    projectId === undefined ? (
      'Its ID, or a link to it in Qovery’s console.'
    ) : project.data === undefined ? (
      project.isLoading ? (
        'Looking it up…'
      ) : (
        'No project with this ID could be read.'
      )
    ) : (
      <>
        <bdi className="font-semibold text-ink">{project.data.name}</bdi> {project.data.description}
      </>
    )
  return <IdField name="project" label="Project" hint={hint} />
}

export const SecretField = () => {
  const { secretId, secrets, source, isLoading } = useSource()
  const hint =
    secretId === undefined
      ? 'The one to be given a second name: its ID, or a link that contains it.'
      : source !== undefined
        ? aboutSource(source, secrets ?? [])
        : isLoading
          ? 'Looking it up…'
          : secrets === undefined
            ? ''
            : 'Not in this project’s list: Qovery may refuse it.'
  return <IdField name="secret" label="Secret" hint={hint} />
}

interface IdFieldProps {
  name: 'project' | 'secret'
  label: string
  hint: ReactNode
}

const IdField = ({ name, label, hint }: IdFieldProps) => {
  const { field, fieldState } = useController<FormValues, typeof name>({ name })
  return (
    <Field
      id={name}
      label={label}
      hint={hint}
      problem={fieldState.error && <Problem error={fieldState.error} />}
      control={(attributes) => (
        <input
          {...attributes}
          {...field}
          type="text"
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          className="field-box h-9 font-mono"
        />
      )}
    />
  )
}

const aboutSource = (source: Secret, secrets: readonly Secret[]) => {
  const aliases = secrets.filter((each) => each.aliased_secret?.id === source.id).length
  const facts = [
    source.variable_type,
    source.scope,
    aliases === 1 ? '1 alias' : `${aliases} aliases`,
    ...(source.owned_by ? [`owned by ${source.owned_by}`] : []),
  ]
  return (
    <>
      <bdi className="font-mono font-semibold break-all text-ink">{source.key}</bdi>{' '}
      {facts.filter((fact) => fact !== null && fact !== undefined).join(' · ')}
    </>
  )
}
