import { lazy, Suspense, useMemo } from 'react'
import type { Secret } from '../../qovery/schema'
import { IdField } from './id-field'
import { onceBegun, pickers } from './load-late'
import { useSource } from './use-source'

const SecretPicker = lazy(async () => ({ default: (await pickers()).SecretPicker }))
const ListFreshness = lazy(async () => ({ default: (await onceBegun()).ListFreshness }))

export const SecretField = () => {
  const { projectId, secretId, secrets, source, isLoading } = useSource()
  const hint =
    secretId === undefined
      ? 'The one to be given a second name.'
      : source !== undefined
        ? undefined
        : isLoading
          ? 'Looking it up…'
          : secrets === undefined
            ? ''
            : 'Not in this project’s list: Qovery may refuse it.'
  const about = useMemo(
    () =>
      source === undefined || secrets === undefined ? undefined : aboutSource(source, secrets),
    [source, secrets],
  )
  return (
    <IdField
      field="secret"
      label="Secret"
      name={about?.name}
      hint={hint ?? about?.facts}
      aside={
        projectId !== undefined && (
          <Suspense>
            <ListFreshness projectId={projectId} />
          </Suspense>
        )
      }
      picker={(props) => (
        <Suspense>
          <SecretPicker {...props} />
        </Suspense>
      )}
    />
  )
}

const aboutSource = (source: Secret, secrets: readonly Secret[]) => {
  const { id, key, variable_type, scope, owned_by } = source
  const aliases = secrets.filter((each) => each.aliased_secret?.id === id).length
  const hasNamesake = secrets.some((each) => each.key === key && each.id !== id)
  const facts = [
    variable_type,
    scope,
    aliases === 1 ? '1 alias' : `${aliases} aliases`,
    owned_by ? `owned by ${owned_by}` : null,
  ]
  return {
    name: hasNamesake ? `${key} · ${id.slice(0, 8)}` : key,
    facts: facts.filter((fact) => fact !== null && fact !== undefined).join(' · '),
  }
}
