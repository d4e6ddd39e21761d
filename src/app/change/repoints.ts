import { useSyncExternalStore } from 'react'
import { browserClock } from '../browser-clock'
import { projectChanged } from '../changed'
import { setting } from '../session/setting'
import { leftRepoints } from './left-repoints'
import { loadClient } from './load-api'
import { repointRuns } from './repoint-run'

const repoints = repointRuns({
  left: leftRepoints(setting.upstream),
  loadClient,
  // Two tabs at once would make two aliases.
  alone: (act) =>
    navigator.locks.request('alias-console:repoint', { ifAvailable: true }, async (lock) => {
      if (lock === null) return false
      await act()
      return true
    }),
  clock: browserClock,
  newId: () => crypto.randomUUID(),
  onChange: (projectId) => void projectChanged(projectId),
})

addEventListener('storage', ({ key }) => repoints.heard(key))

export const startRepoint = repoints.start
export const forgetRepoint = repoints.forget

export const useRepoints = () => useSyncExternalStore(repoints.subscribe, repoints.read)
