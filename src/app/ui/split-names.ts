/** A part of a sentence: words, or a name that nobody may take for words. */
export interface Part {
  /** Where it begins in the sentence. */
  at: number
  text: string
  isName: boolean
}

const isOfWord = (letter: string | undefined) =>
  letter !== undefined && /[\p{L}\p{N}_]/u.test(letter)

/**
 * Takes a sentence apart at the names in it. A name counts where it stands by itself: `A` is none in "Any".
 * @param names as they stand in the sentence
 */
export const splitNames = (sentence: string, names: readonly string[]): Part[] => {
  // The longest first: one name may be the beginning of another.
  const known = names.filter((name) => name !== '').toSorted((a, b) => b.length - a.length)
  const parts: Part[] = []
  let words = ''
  for (let at = 0; at < sentence.length;) {
    const name = isOfWord(sentence[at - 1])
      ? undefined
      : known.find((each) => sentence.startsWith(each, at) && !isOfWord(sentence[at + each.length]))
    if (name === undefined) {
      words += sentence[at]
      at += 1
      continue
    }
    if (words !== '') parts.push({ at: at - words.length, text: words, isName: false })
    parts.push({ at, text: name, isName: true })
    words = ''
    at += name.length
  }
  if (words !== '') parts.push({ at: sentence.length - words.length, text: words, isName: false })
  return parts
}
