import type { Answer, Json } from '../http/backend'

/** Milliseconds for which an answer is repeated to the same key. */
export const answerLifetime = 10 * 60_000

interface Entry<Kept> {
  /** What the key stands for. */
  print: string
  answer: Kept
}

const defaultLimits = { entries: 5000, characters: 32 * 1024 ** 2 }

export type AnswerMemory = ReturnType<typeof createAnswerMemory>

/**
 * The answers of this process to POSTs with a key, the oldest forgotten first. In memory only, and no other instance needs
 * them: where they are lost, the second POST is refused by Qovery and the list of secrets tells the page what is true.
 */
export const createAnswerMemory = (limits = defaultLimits) => {
  const expected = new Map<string, Entry<Promise<Answer<Json>>>>()
  const answers = new Map<string, Entry<Answer<Json>> & { expires: number }>()
  let characters = 0

  // The kept keys, the oldest at `first`. A map that loses its first entry and gets a last one all the time is walked over
  // ever more holes when it is asked for its first.
  let keys: string[] = []
  let first = 0

  const forgetOldest = () => {
    for (let key = keys[first]; key !== undefined; key = keys[first]) {
      const entry = answers.get(key)
      const crowded = answers.size > limits.entries || characters > limits.characters
      if (entry !== undefined && !crowded && entry.expires > Date.now()) break
      answers.delete(key)
      characters -= entry?.answer.body?.length ?? 0
      first += 1
    }
    if (first <= limits.entries) return
    keys = keys.slice(first)
    first = 0
  }

  return {
    restore: (key: string): Entry<Promise<Answer<Json>> | Answer<Json>> | undefined => {
      forgetOldest()
      return expected.get(key) ?? answers.get(key)
    },
    /** Notes an answer that is on its way. */
    expect: (key: string, entry: Entry<Promise<Answer<Json>>>) => {
      expected.set(key, entry)
    },
    stopExpecting: (key: string) => {
      expected.delete(key)
    },
    keep: (key: string, entry: Entry<Answer<Json>>) => {
      answers.set(key, { ...entry, expires: Date.now() + answerLifetime })
      keys.push(key)
      characters += entry.answer.body?.length ?? 0
      forgetOldest()
    },
  }
}
