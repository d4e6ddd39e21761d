import { useMemo } from 'react'
import type { Owner } from '../../qovery/owner'
import type { SecretList } from '../../qovery/schema'
import { Combobox } from '../pick/combobox'
import type { PickerProps } from '../pick/pick-field'
import { secretOptions } from '../pick/secret-options'
import type { TargetDisabledReason } from './find-typed-target'

interface TargetListProps extends PickerProps {
  list: SecretList
  owner: Owner
  disabledReason: TargetDisabledReason
}

/** What an alias can be pointed at; what it cannot be is among them, with the reason. */
export const TargetList = ({ list, owner, disabledReason, ...picker }: TargetListProps) => {
  const options = useMemo(
    () => secretOptions(list, owner, disabledReason),
    [list, owner, disabledReason],
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
