import { storage } from './site-data'

/** The id of the bulk job that this tab is running: after a reload it goes on by itself. */
export const runningHere = storage('sessionStorage', 'alias-console:bulk-running')
