import type { Owner } from '../qovery/owner'
import { bulkPath } from './page-paths'

// Apart from the other addresses: none that the first load has leads there.

export const copyParameter = 'copy'

/** The page of many aliases with an owner's own as what is copied elsewhere. */
export const copyPath = (owner: Owner): string => `${bulkPath(owner)}?${copyParameter}`
