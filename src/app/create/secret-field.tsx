import { Suspense, useMemo } from 'react'
import type { PickerProps } from '../pick/pick-field'
import { IdField } from './id-field'
import { ListFreshness, SecretPicker, useFormRuntime, UseTarget } from './load-runtime'
import { useSource } from './use-source'

export const SecretField = () => {
  const { owner, secretId, list, isLoading } = useSource()
  const runtime = useFormRuntime()
  const about = useMemo(
    () =>
      secretId === undefined
        ? { hint: 'The one to be given a second name.' }
        : runtime?.aboutSource({ owner, secretId, list, isLoading }),
    [owner, secretId, list, isLoading, runtime],
  )
  return (
    <IdField
      name={undefined}
      hint=""
      {...about}
      field="secret"
      label="Secret"
      aside={owner !== undefined && <ListFreshness owner={owner} />}
      picker={picker}
    >
      <UseTarget />
    </IdField>
  )
}

const picker = (props: PickerProps) => (
  <Suspense>
    <SecretPicker {...props} />
  </Suspense>
)
