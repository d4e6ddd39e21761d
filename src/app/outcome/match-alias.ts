import type { Secret } from '../../qovery/schema'
import { holdersOf } from './holders'
import { sameId } from './same-secret'
import type { Submission } from './submission'

/** What the project's list says about a submission. */
export type Match =
  | { kind: 'created'; secret: Secret }
  | { kind: 'existed'; secret: Secret }
  | { kind: 'taken'; secret: Secret }
  | { kind: 'absent' }

/** As much of a submission as tells its alias from others. */
export interface Sought extends Pick<Submission, 'secretId' | 'holdersBefore'> {
  request: Pick<Submission['request'], 'key'>
}

/** Looks for a submission's alias in a list read after it was sent: the exact key, then what it points at. */
export const matchAlias = (
  { request, secretId, holdersBefore }: Sought,
  list: readonly Secret[],
): Match => {
  const [holder, ...others] = holdersOf(request.key, list)
  if (holder === undefined) return { kind: 'absent' }
  const same = [holder, ...others].find((each) => sameId(each.aliased_secret?.id, secretId))
  if (same === undefined) return { kind: 'taken', secret: holder }
  const before = holdersBefore?.some((id) => sameId(id, same.id)) ?? false
  return { kind: before ? 'existed' : 'created', secret: same }
}
