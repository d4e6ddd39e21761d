import type { LinkedSecret, Secret } from '../../qovery/schema'
import { scopeWord, typeWord } from '../../rules/api-words'
import { cut } from '../ui/cut'

/** Type and scope in one line, as far as they are known; for a built-in secret they are the same word. */
export const aboutSecret = ({ variable_type, scope }: Secret | LinkedSecret): string =>
  [
    variable_type === null || variable_type === scope ? null : typeWord(variable_type),
    scope === null ? null : scopeWord(scope),
  ]
    .filter((fact) => fact !== null)
    .map((fact) => cut(fact))
    .join(' · ')
