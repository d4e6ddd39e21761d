import { useMemo } from 'react'
import type { Owner } from '../../qovery/owner'
import type { Secret, SecretList } from '../../qovery/schema'
import { Combobox } from '../pick/combobox'
import type { PickerProps } from '../pick/pick-field'
import { secretOptions } from '../pick/secret-options'
import { targetDisabledReason } from './find-target'

interface TargetListProps extends PickerProps {
  list: SecretList
  alias: Secret
  owner: Owner
}

/** What an alias can be pointed at; what it cannot be is among them, with the reason. */
export const TargetList = ({ list, alias, owner, ...picker }: TargetListProps) => {
  const options = useMemo(
    () => secretOptions(list, owner, (secret) => targetDisabledReason(secret, alias, owner)),
    [list, alias, owner],
  )
  return (
    <Combobox
      {...picker}
      kind="secret"
      options={options}
      unread={list.unreadable.length}
      message={undefined}
      isFixed
    />
  )
}
