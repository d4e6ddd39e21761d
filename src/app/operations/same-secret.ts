import type { Secret, SecretList } from '../../qovery/schema'
import { indexSecrets } from '../../rules/secret-index'

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
  seen.key === now.key && seen.aliased_secret?.id === now.aliased_secret?.id

/** A description as text: null and empty both say that there is none. */
export const textOf = ({ description }: Pick<Secret, 'description'>): string => description ?? ''
