import { kept } from '../site-data'

/** Where the submissions are kept whose outcome is not yet certain; empty where there is none. */
export const pendingRecord = kept('sessionStorage', 'alias-console:pending')
