import { isInherited, type OwnerRef } from '../../qovery/owner'
import type { Secret } from '../../qovery/schema'
import type { SecretIndex } from '../../rules/secret-index'
import { epochMilliseconds } from '../../qovery/timestamp'

/** What a list says of an alias that was to be made. unreadable: what has the key cannot be read, and may be the alias. */
export type Match =
  | { kind: 'created'; secret: Secret }
  /** The same alias, and it was there before. */
  | { kind: 'existed'; secret: Secret }
  /** The key is another one's. */
  | { kind: 'taken'; secret: Secret }
  | { kind: 'absent' }
  | { kind: 'unreadable' }

/** What tells an alias from others. */
export interface Sought {
  /** Who is to own it. */
  owner: Pick<OwnerRef, 'kind'>
  key: string
  /** Id of what it points at. */
  secretId: string
  /** Ids of the secrets that had the key before; null where that is not known. */
  existingBefore: readonly string[] | null
  /** When it was asked for, in epoch milliseconds; 0: whoever made it, and whenever. */
  askedAt: number
}

/** What a match looks at of a list. */
export type Matched = Pick<SecretIndex, 'byKey' | 'unreadableIds' | 'unreadableKeys'>

/** Looks for an alias in a list that was read after it was sent: the exact key, then what it points at. */
export const matchAlias = (sought: Sought, index: Matched): Match => {
  const { key, secretId, owner } = sought
  const existing = existingOf(key, index, owner)
  // One that is seen from further out is another one, wherever it points.
  const same = existing.find(
    ({ scope, aliased_secret: target }) =>
      target?.id === secretId.toLowerCase() && !isInherited(scope, owner),
  )
  if (same !== undefined && !index.unreadableIds.has(same.id)) return whenMade(same, sought)
  if (index.unreadableKeys.has(key)) return { kind: 'unreadable' }
  const [first] = existing
  return first === undefined ? { kind: 'absent' } : { kind: 'taken', secret: first }
}

/**
 * Secrets that have a key, so that no alias of an owner's can: all that can be seen there. In a project a BUILT_IN one is
 * overridden, and in nobody's way.
 */
export const existingOf = (
  key: string,
  { byKey }: Pick<SecretIndex, 'byKey'>,
  { kind }: Pick<OwnerRef, 'kind'>,
): Secret[] =>
  (byKey.get(key) ?? []).filter(({ scope }) => kind !== 'project' || scope !== 'BUILT_IN')

// What was seen before may be a list of hours ago, or none at all: the alias's own age speaks as well.
const whenMade = (secret: Secret, { existingBefore, askedAt }: Sought): Match => {
  const { id, created_at: createdAt } = secret
  if (existingBefore?.includes(id)) return { kind: 'existed', secret }
  if (askedAt === 0) return { kind: 'created', secret }
  if (createdAt === null) return { kind: 'unreadable' }
  return { kind: isOlder(createdAt, askedAt) ? 'existed' : 'created', secret }
}

// Two clocks are compared, Qovery's and this machine's: so much apart, in milliseconds, says nothing.
const doubt = 5 * 60_000

/** Whether what was created at a time was there well before a moment in epoch milliseconds, as far as two clocks can tell. */
const isOlder = (createdAt: string, moment: number): boolean =>
  (epochMilliseconds(createdAt) ?? moment) < moment - doubt
