import { useEffect } from 'react'
import { findId } from '../../rules/console-link'
import { indexSecrets } from '../../rules/secret-index'
import { useAliasForm } from './alias-form-context'
import { findTargetById } from './about-target'
import { useChosenTarget } from './use-chosen-target'

/** Judges the secret again when a list arrives: by then the key that somebody typed may be one of it. */
export const useNamedSecret = (): void => {
  const { list } = useChosenTarget()
  const { getValues, setValue, trigger, getFieldState } = useAliasForm()
  useEffect(() => {
    if (list === undefined) return
    const text = getValues('secret').trim()
    const isInUse = document.activeElement?.id === 'secret'
    const id = findId(text, 'secret')
    const [only, ...more] = id === undefined ? (indexSecrets(list).byKey.get(text) ?? []) : []
    const { error } = getFieldState('secret')
    if (only !== undefined && more.length === 0 && !isInUse)
      setValue('secret', only.id, { shouldValidate: true })
    // What the server found stays said.
    else if (
      error === undefined
        ? id !== undefined && findTargetById(list, id) === undefined
        : error.type !== 'server'
    )
      void trigger('secret')
  }, [list, getValues, setValue, trigger, getFieldState])
}
