import { ApiError } from '../../qovery/errors'
import type { SecretList } from '../../qovery/schema'
import type { Clock } from '../data/clock'

/** Seconds after the first look at which a list is read again: a commit may trail its lost answer. */
export const pollDelays = [0, 1, 3, 7, 15] as const

export interface Polling {
  list: () => Promise<SecretList>
  clock: Clock
  /** Called before each look, counted from 1. */
  onLook: (attempt: number) => void
}

/** What the looks came to. nothing: no list showed it, the `last` one neither · unread: no list could be read. */
export type Polled<Found> =
  | { kind: 'found'; found: Found }
  | { kind: 'nothing'; last: SecretList }
  | { kind: 'unread' }

/** Reads a list until `judge` finds in it what a lost answer would have said. Changes nothing. */
export const poll = async <Found>(
  { list, clock, onLook }: Polling,
  judge: (list: SecretList) => Found | undefined,
): Promise<Polled<Found>> => {
  let last: SecretList | undefined
  let before = 0
  for (const [index, at] of pollDelays.entries()) {
    onLook(index + 1)
    // The looks follow each other on purpose: each waits for the commit a little longer.
    await clock.sleep((at - before) * 1000)
    before = at
    const read = await attempt(list)
    if (read instanceof ApiError) continue
    last = read
    const found = judge(read)
    if (found !== undefined) return { kind: 'found', found }
  }
  return last === undefined ? { kind: 'unread' } : { kind: 'nothing', last }
}

/** A call's answer, or the error it was refused with. Anything else that goes wrong is a fault of ours. */
export const attempt = async <Answer>(call: () => Promise<Answer>): Promise<Answer | ApiError> => {
  try {
    return await call()
  } catch (error) {
    if (error instanceof ApiError) return error
    throw error
  }
}
