import type { Secret } from '../../qovery/schema'
import type { SecretIndex } from '../../qovery/secret-index'
import { holdersOf } from './holders'
import { isOlder } from './is-older'
import { sameId } from './same-secret'
import type { Submission } from './submission'

/** What the project's list says about a submission. unreadable: what has the key cannot be read, and may be its alias. */
export type Match =
  | { kind: 'created'; secret: Secret }
  | { kind: 'existed'; secret: Secret }
  | { kind: 'taken'; secret: Secret }
  | { kind: 'absent' }
  | { kind: 'unreadable' }

/** As much of a submission as tells its alias from others. A `sentAt` of 0: whoever made it, and whenever. */
export interface Sought extends Pick<Submission, 'secretId' | 'holdersBefore' | 'sentAt'> {
  request: Pick<Submission['request'], 'key'>
}

/** What a match looks at of a list. */
export type Matched = Pick<SecretIndex, 'byKey' | 'unreadableIds' | 'unreadableKeys'>

/** Looks for a submission's alias in a list read after it was sent: the exact key, then what it points at. */
export const matchAlias = (sought: Sought, index: Matched): Match => {
  const { request, secretId } = sought
  const [holder, ...others] = holdersOf(request.key, index)
  const same = [holder, ...others].find((each) => sameId(each?.aliased_secret?.id, secretId))
  if (same !== undefined && !index.unreadableIds.has(same.id)) return whenMade(same, sought)
  if (index.unreadableKeys.has(request.key)) return { kind: 'unreadable' }
  return holder === undefined ? { kind: 'absent' } : { kind: 'taken', secret: holder }
}

// What was seen before may be a list of hours ago, or none at all: the alias's own age speaks as well.
const whenMade = (secret: Secret, { holdersBefore, sentAt }: Sought): Match => {
  const { id, created_at: createdAt } = secret
  if (holdersBefore?.some((before) => sameId(before, id))) return { kind: 'existed', secret }
  if (sentAt === 0) return { kind: 'created', secret }
  if (createdAt === null) return { kind: 'unreadable' }
  return { kind: isOlder(createdAt, sentAt) ? 'existed' : 'created', secret }
}
