import { useSyncExternalStore } from 'react'

const never = () => () => undefined

/** True while markup is hydrated that the build drew: nothing may differ from it that the visitor has done since. */
export const usePrerendered = (): boolean =>
  useSyncExternalStore(
    never,
    () => false,
    () => true,
  )
