import { upstream } from '../../data/setting'
import { isLocked, withLock } from '../../data/site-data'
import { StorageError } from '../../data/storage-error'

const lockOf = (projectId: string) => `alias-console:bulk:${upstream}:${projectId}`

/** Whether some tab, be it this one, runs a job of a project. */
export const isRunning = (projectId: string) => isLocked(lockOf(projectId))

/**
 * Does what only one tab may do with a project's job at a time.
 * @returns false where another tab is at it, and nothing was done
 * @throws StorageError where this browser gives out no locks, as it does where it keeps nothing for this site
 */
export const whileNobodyRuns = async (
  projectId: string,
  act: () => Promise<void>,
): Promise<boolean> => {
  const end = await withLock(lockOf(projectId), act)
  if (end === 'refused') throw new StorageError('refused')
  return end === 'done'
}
