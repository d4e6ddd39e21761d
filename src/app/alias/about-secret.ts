import type { LinkedSecret, Secret } from '../../qovery/schema'
import { cut } from '../ui/cut'

/** Type and scope in one line, as far as they are known; for a built-in secret they are the same word. */
export const aboutSecret = ({ variable_type, scope }: Secret | LinkedSecret): string =>
  [variable_type === scope ? null : variable_type, scope]
    .filter((fact) => fact !== null)
    .map((fact) => cut(fact))
    .join(' · ')
