import { useMemo } from 'react'
import type { Secret } from '../../qovery/schema'
import { Combobox } from '../pick/combobox'
import type { PickerProps } from '../pick/pick-field'
import { secretOptions } from '../pick/secret-options'
import { targetObstacle } from './find-target'

interface TargetListProps extends PickerProps {
  secrets: readonly Secret[]
  alias: Secret
}

/** What an alias can be pointed at; what it cannot be is among them, with the reason. */
export const TargetList = ({ secrets, alias, ...picker }: TargetListProps) => {
  const options = useMemo(
    () => secretOptions(secrets, (secret) => targetObstacle(secret, alias)),
    [secrets, alias],
  )
  return <Combobox {...picker} kind="secret" options={options} message={undefined} isFixed />
}
