import type { Secret } from '../../qovery/schema'
import { holdersOf } from './holders'
import { isOlder } from './is-older'
import { sameId } from './same-secret'
import type { Submission } from './submission'

/** What the project's list says about a submission. */
export type Match =
  | { kind: 'created'; secret: Secret }
  | { kind: 'existed'; secret: Secret }
  | { kind: 'taken'; secret: Secret }
  | { kind: 'absent' }

/** As much of a submission as tells its alias from others. */
export interface Sought extends Pick<Submission, 'secretId' | 'holdersBefore' | 'sentAt'> {
  request: Pick<Submission['request'], 'key'>
}

/** Looks for a submission's alias in a list read after it was sent: the exact key, then what it points at. */
export const matchAlias = (
  { request, secretId, holdersBefore, sentAt }: Sought,
  list: readonly Secret[],
): Match => {
  const [holder, ...others] = holdersOf(request.key, list)
  if (holder === undefined) return { kind: 'absent' }
  const same = [holder, ...others].find((each) => sameId(each.aliased_secret?.id, secretId))
  if (same === undefined) return { kind: 'taken', secret: holder }
  // What was seen before may be a list of hours ago, or none at all: the alias's own age speaks as well.
  const before = holdersBefore?.some((id) => sameId(id, same.id)) || isOlder(same, sentAt)
  return { kind: before ? 'existed' : 'created', secret: same }
}
