import { scopeOf } from '../../qovery/owner'
import type { Place } from './place'

interface Source {
  owner_id: string
  scope: string
  variable_type: string
}

type Where = Pick<Place, 'owner' | 'seen'>

/**
 * Tells why a secret cannot have an alias at a place; undefined where it can: its own owner, or something within that. A
 * built-in one counts as of the widest place that shows it. The words are the sandbox's own: nobody has recorded Qovery's.
 * That an override can be a source is assumed.
 */
export const aliasDisabledReason = (source: Source, where: Where): string | undefined => {
  if (source.variable_type === 'ALIAS') return "You can't create an alias on an alias"
  return seenFrom(source, where) ? undefined : tooWide(source, where, 'alias')
}

/** The same of an override, which has to be narrower than what it overrides. That is a value or a file, as in Terraform. */
export const overrideDisabledReason = (source: Source, where: Where): string | undefined => {
  if (source.variable_type !== 'VALUE' && source.variable_type !== 'FILE') {
    return `You can't create an override on a secret of type ${source.variable_type}`
  }
  const isOwn = source.owner_id === where.owner.id
  return seenFrom(source, where) && !isOwn ? undefined : tooWide(source, where, 'override')
}

const seenFrom = ({ owner_id }: Source, { seen }: Where) => seen.includes(owner_id)

const tooWide = ({ scope }: Source, { owner }: Where, what: string) =>
  `A secret of scope ${scope} can't have an ${what} at scope ${scopeOf(owner)}`
