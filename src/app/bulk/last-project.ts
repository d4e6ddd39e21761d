import { kept } from '../kept'

/** The project whose bulk page was opened last, for the link in the header. */
export const lastProject = kept('localStorage', 'alias-console:bulk-project')
