import { Suspense, useMemo } from 'react'
import type { PickerProps } from '../pick/pick-field'
import { IdField } from './id-field'
import { ListFreshness, SecretPicker, useFormRuntime, UseItsTarget } from './load-runtime'
import { useChosenTarget } from './use-chosen-target'

export const SecretField = () => {
  const { owner, secretId, list, isLoading } = useChosenTarget()
  const runtime = useFormRuntime()
  const about = useMemo(
    () =>
      secretId === undefined
        ? { hint: 'The one to be given a second name.' }
        : runtime?.aboutTarget({ owner, secretId, list, isLoading }),
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
      <UseItsTarget />
    </IdField>
  )
}

const picker = (props: PickerProps) => (
  <Suspense>
    <SecretPicker {...props} />
  </Suspense>
)
