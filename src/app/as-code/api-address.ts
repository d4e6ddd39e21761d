import { setting } from '../data/setting'

/** What stands before the paths of Qovery's calls for whoever makes them from a terminal: this sandbox, or Qovery itself. */
export const apiAddress =
  setting.mode === 'live' ? `https://${setting.upstream}` : `${location.origin}/api`
