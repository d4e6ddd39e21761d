import { scopeInSentence } from '../../rules/api-words'
import type { Secret } from '../../qovery/schema'
import { cut } from '../ui/cut'
import { nameInText } from '../ui/name'

/** “checkout-api then gets the project’s TOKEN.”: what has a name once another secret of that name is gone. */
export const thenGets = (place: string, { key, scope }: Secret): string =>
  `${place} then gets the ${scope === 'BUILT_IN' ? 'built-in' : `${cut(scopeInSentence(scope), 40)}’s`} ${nameInText(key)}.`
