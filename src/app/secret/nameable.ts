import type { OwnerRef } from '../../qovery/owner'
import type { Secret } from '../../qovery/schema'
import { aliasDisabledReason } from '../../rules/alias-target'
import { isAlias, type Related } from '../relations/relate'

/** What can be given another name from the page of a secret. */
export type Nameable =
  | { kind: 'itself' }
  | { kind: 'target'; target: Secret }
  | { kind: 'nothing'; why: string }

/**
 * Whether a secret can be given an alias where it was seen or, since an alias cannot, what it points at.
 * @param at where the alias would be made
 */
export const nameable = (
  { secret, target }: Pick<Related, 'secret' | 'target'>,
  at: Pick<OwnerRef, 'kind'>,
): Nameable => {
  const why = aliasDisabledReason(secret, at)
  if (why === undefined) return { kind: 'itself' }
  if (!isAlias(secret)) return { kind: 'nothing', why: `It cannot be given an alias: ${why}` }
  if (target === undefined)
    return {
      kind: 'nothing',
      why: 'It cannot be given an alias, and whether what it points at can is not known.',
    }
  const whyNot = aliasDisabledReason(target.secret, at)
  return whyNot === undefined
    ? { kind: 'target', target: target.secret }
    : { kind: 'nothing', why: `Neither it nor what it points at can be given an alias: ${whyNot}` }
}
