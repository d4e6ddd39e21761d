import { scopeInSentence } from '../../rules/api-words'
import { scopeOf, type OwnerRef } from '../../qovery/owner'
import { isWhole, type Secret } from '../../qovery/schema'
import { isAlias } from '../relations/relate'
import { cut } from '../ui/cut'

type Kind = Pick<OwnerRef, 'kind'>

/** Why a secret cannot be deleted through an owner; undefined where it can. */
export const deleteDisabledReason = (
  { scope, variable_type }: Secret,
  owner: Kind,
): string | undefined => {
  if (scope === 'BUILT_IN' || variable_type === 'BUILT_IN')
    return 'Qovery created it, and keeps it as it is.'
  if (scope !== scopeOf(owner))
    return `It is of ${cut(scopeInSentence(scope))} scope: it is changed where it was created.`
  return undefined
}

/** Why it cannot be edited through it; undefined where it can. What cannot be read would be lost when the rest is sent. */
export const editDisabledReason = (secret: Secret, owner: Kind): string | undefined =>
  deleteDisabledReason(secret, owner) ??
  (isWhole(secret)
    ? undefined
    : 'Not all that Qovery says of it could be read, and to save the rest could lose it.')

/** Why it cannot be pointed at another secret; undefined where it can. */
export const repointDisabledReason = (secret: Secret, owner: Kind): string | undefined =>
  isAlias(secret) ? editDisabledReason(secret, owner) : 'Only an alias points at something.'
