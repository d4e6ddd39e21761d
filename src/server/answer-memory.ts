import type { Answer } from './backend'

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
  const expected = new Map<string, Entry<Promise<Answer>>>()
  const kept = new Map<string, Entry<Answer> & { expires: number }>()
  let characters = 0

  const forgetOldest = () => {
    for (const [key, { answer, expires }] of kept) {
      const crowded = kept.size > limits.entries || characters > limits.characters
      if (!crowded && expires > Date.now()) return
      kept.delete(key)
      characters -= answer.body?.length ?? 0
    }
  }

  return {
    recall: (key: string): Entry<Promise<Answer> | Answer> | undefined => {
      forgetOldest()
      return expected.get(key) ?? kept.get(key)
    },
    /** Notes an answer that is on its way. */
    expect: (key: string, entry: Entry<Promise<Answer>>) => {
      expected.set(key, entry)
    },
    stopExpecting: (key: string) => {
      expected.delete(key)
    },
    keep: (key: string, entry: Entry<Answer>) => {
      kept.set(key, { ...entry, expires: Date.now() + answerLifetime })
      characters += entry.answer.body?.length ?? 0
      forgetOldest()
    },
  }
}
