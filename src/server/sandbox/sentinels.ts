import * as z from 'zod/mini'
import { parseJson } from '../../qovery/json'
import type { Answer, Call } from '../http/backend'
import { existingElsewhere } from './seed-narrower-scopes'
import { keyTaken, refuse } from './refuse'

/** Milliseconds until SANDBOX_SLOW answers: longer than any client of ours waits. */
const slowness = 40_000

// Keys that make the sandbox fail on purpose, so that a person can see each failure by hand.
const refusals: Record<string, (call: Call) => Answer> = {
  SANDBOX_401: (call) => refuse(call, 401, 'Invalid or expired token'),
  SANDBOX_403: (call) => refuse(call, 403, 'You are not allowed to do this'),
  SANDBOX_404: (call) => refuse(call, 404, 'Secret not found'),
  // Uniqueness reaches further than the project's list: what has the key is not in it.
  SANDBOX_409: (call) => keyTaken(call, existingElsewhere),
  SANDBOX_429: (call) =>
    refuse(call, 429, 'Too many requests', {
      headers: {
        'retry-after': '5',
        'x-ratelimit-limit': '1000',
        'x-ratelimit-remaining': '0',
        'x-ratelimit-reset': '5',
      },
    }),
  SANDBOX_500: (call) => refuse(call, 500, 'Something went wrong'),
}

// As many as a person could ever try by hand; of more, the oldest are forgotten.
const mostKeys = 1000

/**
 * Makes the refusals that a key asks for. None of them creates anything. The 429 is given once for each idempotency key, so
 * that waiting ends well.
 */
export const createSentinel = () => {
  const sentAway = new Set<string>()
  return (call: Call, key: string): Answer | undefined => {
    const { idempotencyKey } = call
    if (key === 'SANDBOX_429' && idempotencyKey !== undefined) {
      if (sentAway.delete(idempotencyKey)) return undefined
      const [oldest] = sentAway
      if (oldest !== undefined && sentAway.size >= mostKeys) sentAway.delete(oldest)
      sentAway.add(idempotencyKey)
    }
    return Object.hasOwn(refusals, key) ? refusals[key]?.(call) : undefined
  }
}

// What the sandbox does with the answer to an alias that it has created.
const deliveries: Record<string, (answer: Answer) => Promise<Answer> | Answer> = {
  SANDBOX_SLOW: (answer) =>
    new Promise((resolve) => {
      setTimeout(resolve, slowness, answer).unref()
    }),
  SANDBOX_CUT: (answer) => ({ ...answer, cut: true }),
  SANDBOX_GARBAGE: (answer) => ({ ...answer, body: '<html>Everything is fine, probably.' }),
}

const created = z.object({ key: z.string() })

/** Spoils the first delivery of an answer where the key of the created alias asks for it. */
export const deliver = async (answer: Answer): Promise<Answer> => {
  const alias = z.safeParse(created, parseJson(answer.body ?? ''))
  if (answer.status !== 201 || !alias.success) return answer
  const { key } = alias.data
  return Object.hasOwn(deliveries, key) ? (deliveries[key]?.(answer) ?? answer) : answer
}
