import { aliasDisabledReason } from '../../rules/alias-target'
import { indexSecrets } from '../../rules/secret-index'
import { Name } from '../ui/name'
import { useAliasForm } from './alias-form-context'
import { begin } from './current-creation'
import { useFoundTarget } from './use-found-target'

/** Where an alias was chosen, which cannot have one: what it points at, to be taken instead by a press. */
export const UseItsTarget = () => {
  const { setValue, setFocus } = useAliasForm()
  const { owner, target: alias, list } = useFoundTarget()
  const target = alias?.aliased_secret
  if (!alias || !target || list === undefined || owner === undefined) return null
  if (!aliasDisabledReason(alias, owner)) return null
  if (!indexSecrets(list).byId.has(target.id)) return null
  return (
    <button
      type="button"
      className="link w-fit text-small"
      onClick={() => {
        setValue('secret', target.id, { shouldValidate: true })
        begin()
        setFocus('key')
      }}
    >
      Use <Name of={target.key} />
    </button>
  )
}
