import type { Secret } from '../../qovery/schema'
import { isAlias } from '../relations/relate'
import { cut } from '../ui/cut'

/** Why a secret cannot be edited or deleted here; undefined where it can. */
export const changeObstacle = ({ scope, variable_type }: Secret): string | undefined => {
  if (scope === 'BUILT_IN' || variable_type === 'BUILT_IN')
    return 'Qovery made it, and keeps it as it is.'
  if (scope !== 'PROJECT') return `Its scope is ${cut(scope)}: it is changed where it was made.`
  return undefined
}

/** Why it cannot be pointed at another secret; undefined where it can. */
export const repointObstacle = (secret: Secret): string | undefined =>
  isAlias(secret) ? changeObstacle(secret) : 'Only an alias points at something.'
