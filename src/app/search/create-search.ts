import { fold } from '../../rules/fold'

/** The words of a query, in the way in which texts are compared. */
export const wordsOf = (query: string): string[] => fold(query).split(/\s+/).filter(Boolean)

/**
 * Whether a word of a query may mean an ID: one that is written in hexadecimal digits has nearly every shorter one in it, and
 * nobody sees where.
 */
export const isOfId = (word: string): boolean => /^[\da-f-]{4,}$/.test(word)

/** Answers with the places of the texts that have each of some words in them, in order. */
export type Search = (words: readonly string[]) => readonly number[]

interface Step {
  words: readonly string[]
  found: readonly number[]
}

/**
 * Makes a search over texts that stay the same, for a query that grows and shrinks by a letter at a time: only what the
 * last broader query found is looked at again. What it keeps is no longer than the query.
 * @param texts folded, once for all queries
 * @param ids of what the texts are about, which are found by a word that may mean one; folded as well
 */
export const createSearch = (texts: readonly string[], ids: readonly string[] = []): Search => {
  const everything: Step = { words: [], found: [...texts.keys()] }
  // Each step is narrower than the one before it; the first is never left.
  const steps: Step[] = []
  return (words) => {
    let last = steps.at(-1)
    while (last !== undefined && !narrows(words, last.words)) {
      steps.pop()
      last = steps.at(-1)
    }
    const { words: known, found } = last ?? everything
    const fresh = words.filter((word) => !known.includes(word))
    if (fresh.length === 0) return found
    const asked = fresh.map((word) => ({ word, mayBeId: isOfId(word) }))
    const left = found.filter((index) => hasAll(texts[index] ?? '', ids[index] ?? '', asked))
    // Whoever draws them sees by the same list that there is nothing to draw.
    const same = left.length === found.length ? found : left
    steps.push({ words, found: same })
    return same
  }
}

/** Whether whatever has all of these words has all of the broader ones, too. */
const narrows = (words: readonly string[], broader: readonly string[]) =>
  broader.every((each) =>
    // A letter more may make it the beginning of an ID, which finds what the shorter word did not.
    words.some((word) => word.includes(each) && (isOfId(each) || !isOfId(word))),
  )

const hasAll = (text: string, id: string, asked: readonly { word: string; mayBeId: boolean }[]) =>
  asked.every(({ word, mayBeId }) => text.includes(word) || (mayBeId && id.includes(word)))
