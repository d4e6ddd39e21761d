import { fold } from '../../rules/fold'
import { wordsOf } from './create-search'

/** A text in parts, of which every second one, from the second on, is a word of a search. */
export const partsFound = (text: string, search: string): string[] => {
  const words = wordsOf(search)
  const folded = fold(text)
  // A letter that is folded into two, or two into one, would shift all that follows.
  if (words.length === 0 || folded.length !== text.length) return [text]
  const parts: string[] = []
  let from = 0
  while (from < text.length) {
    let [first, length] = [-1, 0]
    for (const word of words) {
      const at = folded.indexOf(word, from)
      if (at !== -1 && (first === -1 || at < first || (at === first && word.length > length)))
        [first, length] = [at, word.length]
    }
    if (first === -1) break
    parts.push(text.slice(from, first), text.slice(first, first + length))
    from = first + length
  }
  return [...parts, text.slice(from)]
}
