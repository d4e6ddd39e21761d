import type { Secret, SecretList } from '../../qovery/schema'
import { indexSecrets } from '../../qovery/secret-index'

/** UUIDs compare without case: a link may carry them in capitals, the list never does. */
export const sameId = (left: string | null | undefined, right: string | null | undefined) =>
  (left ?? undefined)?.toLowerCase() === (right ?? undefined)?.toLowerCase()

/**
 * Finds a secret of a list by its id. unreadable: an entry that cannot be read is it, or may be it.
 * @param others how many of the entries without an id are known to be something else
 */
export const findById = (
  id: string,
  list: SecretList,
  others = 0,
): Secret | undefined | 'unreadable' => {
  const { byId, unreadableIds, idless } = indexSecrets(list)
  const wanted = id.toLowerCase()
  if (unreadableIds.has(wanted)) return 'unreadable'
  return byId.get(wanted) ?? (idless > others ? 'unreadable' : undefined)
}

/** Whether a secret still is what a person saw when they decided about it: its name and what it points at. */
export const isUnchanged = (seen: Secret, now: Secret): boolean =>
  seen.key === now.key && sameId(seen.aliased_secret?.id, now.aliased_secret?.id)
