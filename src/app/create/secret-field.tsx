import { Suspense, useMemo } from 'react'
import { indexSecrets } from '../../rules/secret-index'
import { ownerWord } from '../words/owner-word'
import type { PickerProps } from '../pick/pick-field'
import { nameAndFacts } from '../pick/secret-facts'
import { IdField } from './id-field'
import { ListFreshness, SecretPicker } from './load-runtime'
import { useSource } from './use-source'

export const SecretField = () => {
  const { owner, secretId, list, source, isLoading } = useSource()
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
    () => (source === undefined || list === undefined ? undefined : nameAndFacts(source, list)),
    [source, list],
  )
  return (
    <IdField
      field="secret"
      label="Secret"
      name={about?.name}
      hint={hint ?? about?.facts}
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
