import { useSyncExternalStore } from 'react'

const never = () => () => undefined

/** True while markup is taken up that the build drew: nothing may differ from it that the visitor has done since. */
export const useDrawnAhead = (): boolean =>
  useSyncExternalStore(
    never,
    () => false,
    () => true,
  )
