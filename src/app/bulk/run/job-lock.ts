import { setting } from '../../session/setting'

/** Who answers for Qovery: jobs of one are never shown to another. */
export const upstream = setting.mode === 'live' ? setting.upstream : 'sandbox'

const lockOf = (projectId: string) => `alias-console:bulk:${upstream}:${projectId}`

/** Whether some tab, be it this one, runs a job of a project. */
export const isRunning = async (projectId: string) => {
  const { held = [] } = await navigator.locks.query()
  return held.some(({ name }) => name === lockOf(projectId))
}

/**
 * Does what only one tab may do with a project's job at a time. The browser ends the lock with its tab, however that
 * ends. @returns false where another tab is at it, and nothing was done
 */
export const whileNobodyRuns = (projectId: string, act: () => Promise<void>): Promise<boolean> =>
  navigator.locks.request(lockOf(projectId), { ifAvailable: true }, async (lock) => {
    if (lock === null) return false
    await act()
    return true
  })
