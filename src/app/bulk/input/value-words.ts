import { isHarmless } from './secret-values'
import { tidyName } from './tidy-name'

// Tells values of secrets in what nobody expects them in, by the shape of a single word: most passwords and tokens have
// digits among their letters, which words of a sentence have not.

const word = /[^\s"'`´“”„‟‘’‚‛«»‹›,;:=()[\]{}<>|]{6,}/g

const ordinary = [
  // A time, a version of an API or of an action, a ticket, a cloud's region, and a name in capitals behind what it is
  // looked up in.
  /^\d{4}-\d\d-\d\dT\d\d/,
  /[/@]v\d{1,2}(?:(?:alpha|beta)\d{1,2})?$/,
  /^v\d+(?:\.\d+)+$/,
  /^[A-Z]{2,10}-\d{1,6}$/,
  /^[a-z]{2,12}-(?:north|south|east|west|central){1,2}-?\d$/,
]

const looksLikeValue = (text: string) => {
  if (!/\d/.test(text) || !/\p{L}/u.test(text)) return false
  if (ordinary.some((pattern) => pattern.test(text))) return false
  const name = tidyName(text).replace(/^(?:[a-z]\w*\.)+(?=[A-Z])/, '')
  return !isHarmless(name)
}

const wordsIn = (text: string) =>
  // An id is called so by those who list them.
  text
    .replaceAll(/id["']?\s{0,9}[:=]\s{0,9}["']?[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/gi, ' ')
    .match(word) ?? []

/** Whether a word of a text looks like the value of a secret. */
export const holdsValueWord = (text: string, known?: ReadonlySet<string>): boolean =>
  wordsIn(text).some((each) => known?.has(each) !== true && looksLikeValue(each))

/** Those words of texts that look like values. */
export const valueWordsOf = (texts: Iterable<string | undefined>): Set<string> => {
  const found = new Set<string>()
  for (const text of texts)
    for (const each of text?.match(word) ?? []) if (looksLikeValue(each)) found.add(each)
  return found
}
