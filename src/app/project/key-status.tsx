import type { Related } from '../relations/relate'
import { cut } from '../ui/cut'
import { scopeWord } from '../../rules/api-words'
import { overrideWords } from './override-words'

/** What of equal keys has effect, in words; undefined where the key is there once, or a link says it already. */
export const keyStatusWords = (related: Related): string | undefined => {
  const { equal } = related
  if (equal === undefined || overrideWords(related) !== undefined) return undefined
  if (equal.isEffective === null) return 'one of equal keys'
  const whose = equal.others.map(({ scope }) =>
    scope === 'BUILT_IN' ? 'the built-in one' : `the ${cut(scopeWord(scope), 40).toLowerCase()}’s`,
  )
  return equal.isEffective
    ? `hides ${new Intl.ListFormat('en').format(whose)}`
    : `hidden by ${whose[0]}`
}

/** The same, beside a key. */
export const KeyStatusMark = ({ related }: { related: Related }) => {
  const words = keyStatusWords(related)
  return words !== undefined && <span className="shrink-0 text-small text-muted">{words}</span>
}
