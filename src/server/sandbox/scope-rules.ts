import { scopeOf } from '../../qovery/owner'
import type { Place } from './place'

interface Given {
  owner_id: string
  scope: string
  variable_type: string
}

type Where = Pick<Place, 'owner' | 'seen'>

/**
 * Tells why a secret cannot have an alias at a place; undefined where it can: its own owner, or something within that. A
 * built-in one counts as of the widest place that shows it. The words are the sandbox's own: nobody has recorded Qovery's.
 * That an override can have an alias is assumed.
 */
export const aliasDisabledReason = (secret: Given, where: Where): string | undefined => {
  if (secret.variable_type === 'ALIAS') return "You can't create an alias on an alias"
  return seenFrom(secret, where) ? undefined : tooWide(secret, where, 'alias')
}

/** The same of an override, which has to be narrower than what it overrides. That is a value or a file, as in Terraform. */
export const overrideDisabledReason = (secret: Given, where: Where): string | undefined => {
  if (secret.variable_type !== 'VALUE' && secret.variable_type !== 'FILE') {
    return `You can't create an override on a secret of type ${secret.variable_type}`
  }
  const isOwn = secret.owner_id === where.owner.id
  return seenFrom(secret, where) && !isOwn ? undefined : tooWide(secret, where, 'override')
}

const seenFrom = ({ owner_id }: Given, { seen }: Where) => seen.includes(owner_id)

const tooWide = ({ scope }: Given, { owner }: Where, what: string) =>
  `A secret of scope ${scope} can't have an ${what} at scope ${scopeOf(owner)}`
