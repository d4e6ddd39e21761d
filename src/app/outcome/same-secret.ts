import type { Secret } from '../../qovery/schema'

/** UUIDs compare without case: a link may carry them in capitals, the list never does. */
export const sameId = (left: string | null | undefined, right: string | null | undefined) =>
  (left ?? undefined)?.toLowerCase() === (right ?? undefined)?.toLowerCase()

/** Finds a secret of a list by its id. */
export const findById = (id: string, list: readonly Secret[]): Secret | undefined =>
  list.find((each) => sameId(each.id, id))

/** Whether a secret still is what a person saw when they decided about it: its name and what it points at. */
export const isUnchanged = (seen: Secret, now: Secret): boolean =>
  seen.key === now.key && sameId(seen.aliased_secret?.id, now.aliased_secret?.id)
