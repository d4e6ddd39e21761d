import { isNarrower, isServiceKind, type OwnerRef } from '../qovery/owner'
import { scopeWord } from './api-words'
import { inWords } from './unseen'
import type { Secret } from '../qovery/schema'

/**
 * Why a secret cannot be given an alias that an owner owns, and what to do instead or where it could be; undefined where it can. What is not
 * known yet is left to Qovery to judge, since its enumeration grows.
 */
export const aliasDisabledReason = (
  target: Secret,
  owner: Pick<OwnerRef, 'kind'>,
): string | undefined => {
  const { scope, variable_type: type, aliased_secret: further } = target
  // An answer may leave the type out, and say by the link alone what it is.
  if (type === 'ALIAS' || (type === null && further !== null))
    return further
      ? `It is an alias itself. Use ${inWords(further.key)}, which it points at.`
      : 'It is an alias itself, and what it points at is not known.'
  if (isNarrower(scope, owner)) {
    const place = scope === 'ENVIRONMENT' ? 'environment' : 'service'
    return isServiceKind(owner.kind)
      ? `It belongs to another service (${scopeWord(scope)}): only an alias in that service reaches it.`
      : `It belongs to ${place === 'environment' ? 'an' : 'a'} ${place}, which is narrower than the ${owner.kind}: only an alias in that ${place} reaches it.`
  }
  return undefined
}
