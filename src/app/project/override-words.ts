import { isAlias, type Related } from '../relations/relate'
import { cut } from '../ui/cut'
import { scopeWord } from '../../rules/api-words'

/** What a secret overrides or is overridden by, in two or three words; undefined where neither. */
export const overrideWords = ({ secret, overrides }: Related): string | undefined => {
  const { overridden_secret: hidden } = secret
  if (hidden !== null) {
    const scope = hidden.scope === null ? '' : ` ${cut(scopeWord(hidden.scope), 40).toLowerCase()}`
    return `overrides${scope}`
  }
  const [one, ...more] = overrides
  if (one === undefined) return undefined
  if (more.length > 0) return `overridden by ${overrides.length}`
  return `overridden by ${isAlias(one.secret) ? 'alias' : cut(scopeWord(one.secret.scope), 40).toLowerCase()}`
}
