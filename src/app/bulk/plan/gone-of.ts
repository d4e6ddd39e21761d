import type { Owner } from '../../../qovery/owner'
import type { SecretList } from '../../../qovery/schema'
import { deleteDisabledReason } from '../../alias/disabled-reasons'
import { find, relate, dependentsOf } from '../../relations/relate'

interface Chosen {
  owner: Owner
  ids: readonly string[]
  list: SecretList
}

/** The ids of what goes of an owner's list once chosen rows are deleted, with all that goes along. */
export const goneOf = ({ owner, ids, list }: Chosen): string[] =>
  ids.flatMap((id) => {
    const related = find(relate(list), id)
    return related === undefined || deleteDisabledReason(related.secret, owner) !== undefined
      ? []
      : [id, ...dependentsOf(related).map(({ secret }) => secret.id)]
  })
