import type { Owner } from '../../qovery/owner'
import type { Secret, SecretList } from '../../qovery/schema'
import { indexSecrets } from '../../rules/secret-index'
import { nameAndFacts } from '../pick/secret-facts'
import { everyListRead } from '../queries/narrower-keys'
import { ownerWord } from '../words/owner-word'

/** The secret of an id in lower case, as far as the project's list is known. */
export const findTargetById = (
  list: SecretList | undefined,
  secretId: string | undefined,
): Secret | undefined =>
  list === undefined || secretId === undefined ? undefined : indexSecrets(list).byId.get(secretId)

/** What a secret is called in whatever list was read that has it. */
const nameElsewhere = (secretId: string): string | undefined => {
  for (const { list } of everyListRead()) {
    const found = findTargetById(list, secretId)
    if (found !== undefined) return nameAndFacts(found, list).name
  }
  return undefined
}

interface Known {
  owner: Owner | undefined
  secretId: string
  list: SecretList | undefined
  isLoading: boolean
}

/** What a secret's id means in its owner's list: its name and facts, or why there is none. */
export const aboutTarget = ({ owner, secretId, list, isLoading }: Known) => {
  if (isLoading) return { hint: 'Looking it up…', isDoubtful: false }
  if (list === undefined || owner === undefined) return { hint: '', isDoubtful: false }
  const target = findTargetById(list, secretId)
  if (target !== undefined) {
    const { name, facts } = nameAndFacts(target, list)
    return { name, hint: facts, isDoubtful: false }
  }
  const word = ownerWord(owner)
  return {
    // What was chosen in another place is still called what it is called there.
    name: nameElsewhere(secretId),
    hint: indexSecrets(list).unreadableIds.has(secretId)
      ? `Its entry of this ${word}’s list could not be read.`
      : `Not in this ${word}’s list: check Where, or Qovery may refuse it.`,
    isDoubtful: true,
  }
}
