import { useMemo } from 'react'
import { Combobox } from '../pick/combobox'
import type { PickerProps } from '../pick/pick-field'
import { secretOptions } from '../pick/secret-options'
import { apiName } from '../data/setting'
import { useSession } from '../session/session'
import { listProblem } from '../words/list-problem'
import { useChosenTarget } from './use-chosen-target'

/** The secrets of the form's project; what cannot be aliased is among them, with the reason. */
export const SecretPicker = (props: PickerProps) => {
  const { owner, list, isLoading, error } = useChosenTarget()
  const { ready } = useSession()
  const options = useMemo(
    () => (list === undefined || owner === undefined ? [] : secretOptions(list, owner)),
    [list, owner],
  )
  return (
    <Combobox
      {...props}
      kind="secret"
      options={options}
      unread={list?.unreadable.length ?? 0}
      message={
        list !== undefined
          ? undefined
          : !ready
            ? 'The secrets are listed once there is a token. An ID or a link is taken as well.'
            : owner === undefined
              ? 'Choose where first. An ID or a link is taken as well.'
              : isLoading
                ? 'Reading the secrets…'
                : `${error === null ? 'The secrets could not be read.' : listProblem(error, apiName, owner.kind).what} An ID or a link is taken as well.`
      }
    />
  )
}
