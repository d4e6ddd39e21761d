import * as z from 'zod/mini'
import { answerLifetime } from '../api/answer-memory'
import type { Answer, Call } from '../http/backend'
import { fingerprint, isDefinitive, keyMismatch, replayed } from '../api/idempotency'
import type { Store } from './store'

const rows = z.array(
  z.object({ print: z.string(), status: z.number(), body: z.nullable(z.string()) }),
)

interface Once {
  answer: Answer
  /** Whether this is the answer of an earlier call. */
  repeated: boolean
}

/**
 * Does a call's work once for its idempotency key. To be called in a transaction: work and answer are committed together, so
 * that whatever happens to the process, an alias that exists has its answer.
 */
export const once = (store: Store, call: Call, work: () => Answer): Once => {
  const { idempotencyKey: key } = call
  if (key === undefined) return { answer: work(), repeated: false }
  const time = Date.now()
  store.run('DELETE FROM answer WHERE expires <= ?', time)
  const print = fingerprint(call)
  const sql = 'SELECT print, status, body FROM answer WHERE idempotency_key = ?'
  const [first] = z.parse(rows, store.all(sql, key))
  if (first !== undefined) {
    const { status, body } = first
    const answer = first.print === print ? replayed({ status, body }) : keyMismatch()
    return { answer, repeated: true }
  }
  const answer = work()
  if (isDefinitive(answer.status)) {
    const { status, body } = answer
    store.run(
      'INSERT INTO answer VALUES (?, ?, ?, ?, ?)',
      key,
      print,
      status,
      body,
      time + answerLifetime,
    )
  }
  return { answer, repeated: false }
}
