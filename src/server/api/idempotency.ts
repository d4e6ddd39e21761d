import { hash } from 'node:crypto'
import type { AnswerMemory } from './answer-memory'
import type { Answer, Backend, Call, Json } from '../http/backend'
import { refusal } from '../http/refusal'

/** What a key stands for: the same caller asking the same thing. */
export const fingerprint = ({ operation, params, authorization, body }: Call): string =>
  hash('sha256', JSON.stringify([operation, params, authorization, body]), 'base64')

/**
 * Whether an answer settles a submission. Others may change with the next try: a token can be replaced (401), a right
 * granted (403), a wait be over (408, 429), and a 5xx says nothing of what was done.
 */
export const isDefinitive = (status: number): boolean =>
  (status >= 200 && status < 300) ||
  (status >= 400 && status < 500 && ![401, 403, 408, 429].includes(status))

/** The first answer, as it is repeated. */
export const replayed = <Body extends Json>(answer: Answer<Body>): Answer<Body> => ({
  ...answer,
  headers: { ...answer.headers, 'idempotency-replayed': 'true' },
})

/** Refuses a key that was used for something else. */
export const keyMismatch = (): Answer => refusal(422)

/**
 * Lets a POST with a key through once: browsers send one again by themselves when its connection dies. A second one that
 * comes while the first is on its way shares its answer, whatever that will be.
 */
export const answeringOnce =
  (memory: AnswerMemory, backend: Backend<Json>): Backend<Json> =>
  async (call) => {
    const { idempotencyKey: key } = call
    if (key === undefined) return backend(call)
    const first = memory.restore(key)
    if (first !== undefined) {
      return first.print === fingerprint(call) ? replayed(await first.answer) : keyMismatch()
    }
    // On its way before what it stands for is worked out, and noted before anybody else can ask.
    const answer = backend(call)
    const print = fingerprint(call)
    memory.expect(key, { print, answer })
    try {
      const settled = await answer
      if (isDefinitive(settled.status)) memory.keep(key, { print, answer: settled })
      return settled
    } finally {
      memory.stopExpecting(key)
    }
  }
