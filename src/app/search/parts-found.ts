import { wordsOf } from './create-search'

/** A text in parts, of which every second one, from the second on, is a word of a search. */
export const partsFound = (text: string, search: string): string[] => {
  const words = wordsOf(search)
  const lower = text.toLowerCase()
  // A letter whose small one is longer would shift all that follows it.
  if (words.length === 0 || lower.length !== text.length) return [text]
  const parts: string[] = []
  let from = 0
  while (from < text.length) {
    let [first, length] = [-1, 0]
    for (const word of words) {
      const at = lower.indexOf(word, from)
      if (at !== -1 && (first === -1 || at < first || (at === first && word.length > length)))
        [first, length] = [at, word.length]
    }
    if (first === -1) break
    parts.push(text.slice(from, first), text.slice(first, first + length))
    from = first + length
  }
  return [...parts, text.slice(from)]
}
