import type { Owner } from '../../../qovery/owner'
import type { SecretList } from '../../../qovery/schema'
import { indexSecrets } from '../../../rules/secret-index'
import { ownerWord } from '../../words/owner-word'

interface OwnerList {
  owner: Owner
  list: SecretList
  isUnread?: boolean
}

/** Why a row that was chosen is not judged by its list. */
export const whyNotListed = (id: string, { owner, list, isUnread = false }: OwnerList): string => {
  if (isUnread)
    return `The ${ownerWord(owner)}’s list could not be read, so nothing is sent about it.`
  return indexSecrets(list).unreadableIds.has(id)
    ? `What the list says of ${id} could not be read.`
    : `The list no longer has ${id}: somebody deleted it.`
}
