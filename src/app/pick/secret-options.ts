import { aliasDisabledReason } from '../../rules/alias-target'
import { isInherited, rankOfScope, type OwnerRef } from '../../qovery/owner'
import type { Secret, SecretList } from '../../qovery/schema'
import { fold } from '../../rules/fold'
import type { Option } from './option'
import { nameAndFacts } from './secret-facts'

/**
 * What can be seen at an owner as options, by key; below a project what is narrowest first. `disabledReasonOf` says why one
 * cannot be picked.
 */
export const secretOptions = (
  list: SecretList,
  owner: Pick<OwnerRef, 'kind'>,
  disabledReasonOf = (secret: Secret): string | undefined => aliasDisabledReason(secret, owner),
): Option[] =>
  list.results
    .map((secret): Option & { rank: number } => {
      const { name, facts } = nameAndFacts(secret, list)
      const note = secret.description ?? ''
      return {
        id: secret.id,
        name,
        facts,
        note,
        disabledReason: disabledReasonOf(secret),
        words: fold(`${name}\n${note}\n${facts}`),
        ...(owner.kind === 'project' ? {} : { group: groupOf(secret, owner) }),
        rank: owner.kind === 'project' ? 0 : -(rankOfScope(secret.scope) ?? 4),
      }
    })
    .toSorted((a, b) => a.rank - b.rank || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))

const groupOf = ({ scope }: Secret, owner: Pick<OwnerRef, 'kind'>) =>
  isInherited(scope, owner)
    ? scope === 'BUILT_IN'
      ? 'Qovery’s own'
      : `Inherited from the ${scope.toLowerCase()}`
    : 'Its own'
