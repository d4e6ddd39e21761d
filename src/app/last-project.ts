import { kept } from './kept'

/** The id of the project whose page was open last in this browser. */
export const lastProject = kept('localStorage', 'alias-console:last-project')
