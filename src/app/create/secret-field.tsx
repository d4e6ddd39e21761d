import { Suspense, useMemo } from 'react'
import { indexSecrets } from '../../rules/secret-index'
import { useStore } from '../data/use-store'
import { ownerWord } from '../words/owner-word'
import type { PickerProps } from '../pick/pick-field'
import { IdField } from './id-field'
import { formRuntime, ListFreshness, SecretPicker } from './load-runtime'
import { useSource } from './use-source'

export const SecretField = () => {
  const { owner, secretId, list, source, isLoading } = useSource()
  const runtime = useStore(formRuntime.loaded, () => undefined)
  const hint =
    secretId === undefined
      ? 'The one to be given a second name.'
      : source !== undefined
        ? undefined
        : isLoading
          ? 'Looking it up…'
          : list === undefined || owner === undefined
            ? ''
            : indexSecrets(list).unreadableIds.has(secretId)
              ? `Its entry of this ${ownerWord(owner)}’s list could not be read.`
              : `Not in this ${ownerWord(owner)}’s list: check Where, or Qovery may refuse it.`
  const about = useMemo(
    () =>
      source === undefined || list === undefined ? undefined : runtime?.nameAndFacts(source, list),
    [source, list, runtime],
  )
  return (
    <IdField
      field="secret"
      label="Secret"
      name={about?.name}
      hint={hint ?? about?.facts}
      isDoubtful={secretId !== undefined && list !== undefined && source === undefined}
      aside={owner !== undefined && <ListFreshness owner={owner} />}
      picker={picker}
    />
  )
}

const picker = (props: PickerProps) => (
  <Suspense>
    <SecretPicker {...props} />
  </Suspense>
)
