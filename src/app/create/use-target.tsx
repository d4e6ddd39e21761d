import { aliasDisabledReason } from '../../rules/alias-source'
import { indexSecrets } from '../../rules/secret-index'
import { Name } from '../ui/name'
import { useAliasForm } from './alias-form-context'
import { begin } from './current-creation'
import { useFoundSource } from './use-found-source'

/** Where an alias was chosen, which cannot have one: what it points at, to be taken instead by a press. */
export const UseTarget = () => {
  const { setValue, setFocus } = useAliasForm()
  const { owner, source, list } = useFoundSource()
  const target = source?.aliased_secret
  if (!source || !target || list === undefined || owner === undefined) return null
  if (!aliasDisabledReason(source, owner)) return null
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
