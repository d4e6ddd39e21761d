import { ownerWord } from '../../words/owner-word'
import type { JobRow } from '../run/job'

/** “the environment’s list”, “the lists of 3 places”: what a job is held against before it goes on. */
export const listsOf = (rows: readonly Pick<JobRow, 'owner' | 'state'>[]): string => {
  // What is left out is read nowhere, and a row that says nothing of it is its project's.
  const owners = new Map(
    rows.filter(({ state }) => state !== 'skipped').map(({ owner }) => [owner?.id, owner]),
  )
  const [only] = owners.values()
  return owners.size > 1
    ? `the lists of ${owners.size} places`
    : `the ${ownerWord(only ?? { kind: 'project' })}’s list`
}
