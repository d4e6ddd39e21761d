import type { LinkedSecret, Secret } from '../../qovery/schema'
import { cut } from '../ui/cut'

/** Type and scope in one line; for a built-in secret they are the same word. */
export const aboutSecret = ({ variable_type, scope }: Secret | LinkedSecret): string =>
  variable_type === null || variable_type === undefined || variable_type === scope
    ? cut(scope)
    : `${cut(variable_type)} · ${cut(scope)}`
