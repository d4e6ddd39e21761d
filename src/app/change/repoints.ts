import { useSyncExternalStore } from 'react'
import { browserClock } from '../browser-clock'
import { projectChanged } from '../changed'
import { onceSeen } from '../once-seen'
import { setting } from '../session/setting'
import { withLock } from '../site-data'
import { leftRepoints } from './left-repoints'
import { loadClient } from './load-api'
import { repointRuns } from './repoint-run'

const repoints = repointRuns({
  left: leftRepoints(setting.upstream),
  loadClient,
  // Two tabs at once would make two aliases.
  alone: async (act) => {
    const end = await withLock('alias-console:repoint', act)
    // Where this browser gives out no locks, none of its tabs may keep a plan that another could go on with.
    if (end === 'refused') await act()
    return end !== 'busy'
  },
  onceSeen,
  clock: browserClock,
  newId: () => crypto.randomUUID(),
  onChange: (projectId) => void projectChanged(projectId),
})

addEventListener('storage', ({ key }) => repoints.heard(key))

export const startRepoint = repoints.start
export const forgetRepoint = repoints.forget
export const hideRepoint = repoints.hide

export const useRepoints = () => useSyncExternalStore(repoints.subscribe, repoints.read)
