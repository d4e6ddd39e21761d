import { useSyncExternalStore } from 'react'
import type { Store } from './store'

/** The value of a store, re-rendered when it changes. @param prerendered what it is where the page is prerendered and hydrated */
export const useStore = <Value>(
  { read, subscribe }: Pick<Store<Value>, 'read' | 'subscribe'>,
  prerendered = read,
): Value => useSyncExternalStore(subscribe, read, prerendered)
