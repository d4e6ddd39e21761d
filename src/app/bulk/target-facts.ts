import type { Secret } from '../../qovery/schema'
import { scopeWord, typeWord } from '../../rules/api-words'

/** What tells a secret from another one with its key: “File · Project · 3c90c3cc”. */
export const factsOf = ({ id, variable_type, scope }: Secret): string =>
  [
    ...new Set([...(variable_type === null ? [] : [typeWord(variable_type)]), scopeWord(scope)]),
    id.slice(0, 8),
  ].join(' · ')
