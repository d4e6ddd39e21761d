import { useSyncExternalStore } from 'react'
import { kept } from '../data/site-data'

/** The id of the project whose page was open last in this browser. */
export const lastProject = kept('localStorage', 'alias-console:last-project')

const never = () => () => undefined
const unknown = () => undefined

/** The same while drawing: a page that was prerendered knows of none. */
export const useLastProject = () => useSyncExternalStore(never, lastProject.read, unknown)
