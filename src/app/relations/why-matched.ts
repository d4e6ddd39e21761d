import type { Secret } from '../../qovery/schema'
import { fold } from '../../rules/fold'
import { isOfId, wordsOf } from '../search/create-search'

/** A field that no column shows, and as much of it as tells why a search found its secret. */
export interface Reason {
  field: 'Description' | 'Owner' | 'ID'
  text: string
}

// Characters shown before and after what was found.
const [before, after] = [24, 80]

/** Why a search found a secret, where its key and its target's do not say so. */
export const whyMatched = (secret: Secret, search: string): Reason | undefined => {
  const seen = fold(`${secret.key}\n${secret.aliased_secret?.key ?? ''}`)
  const word = wordsOf(search).find((each) => !seen.includes(each))
  if (word === undefined) return undefined
  const fields = [
    ['Description', secret.description],
    ['Owner', secret.owned_by],
    ['ID', isOfId(word) ? secret.id : null],
  ] as const
  for (const [field, text] of fields) {
    const folded = fold(text ?? '')
    const at = folded.indexOf(word)
    if (text !== null && at !== -1 && folded.length !== text.length)
      // Where in the text as it is written, nobody can tell: it is shown from its beginning.
      return { field, text: around(text, 0, word.length) }
    if (text !== null && at !== -1) return { field, text: around(text, at, word.length) }
  }
  return undefined
}

const around = (text: string, at: number, length: number) => {
  const from = at <= before ? 0 : at - before
  const to = at + length + after
  return `${from === 0 ? '' : '…'}${text.slice(from, to)}${to < text.length ? '…' : ''}`
}
