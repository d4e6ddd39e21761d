import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createClient } from '../../qovery/client'
import type { Outcome } from './outcome'
import type { Submission } from './submission'
import { submitAlias } from './submit-alias'

const id = '3c90c3cc-0d44-4b50-8888-8dd25736052a'
const submission: Submission = {
  id,
  projectId: id,
  secretId: id,
  request: { key: 'SECOND_NAME', description: null, enable_interpolation_in_file: false },
  holdersBefore: [],
  sentAt: 0,
}

/** The four outcomes, and how each of ours belongs to one. */
const classes: Record<Outcome['kind'], 'created' | 'not created' | 'conflict' | 'unknown'> = {
  created: 'created',
  refused: 'not created',
  cancelled: 'not created',
  existed: 'conflict',
  taken: 'conflict',
  absent: 'unknown',
  unknown: 'unknown',
}

const secretLike = fc.record(
  {
    id: fc.oneof(fc.constant(id), fc.uuid(), fc.jsonValue()),
    created_at: fc.oneof(fc.constant('2026-03-01T12:00:00Z'), fc.jsonValue()),
    key: fc.oneof(fc.constant('SECOND_NAME'), fc.string(), fc.jsonValue()),
    scope: fc.oneof(fc.constantFrom('PROJECT', 'BUILT_IN', 'GALAXY'), fc.jsonValue()),
    aliased_secret: fc.oneof(
      fc.constant({ id, key: 'FIRST_NAME', scope: 'PROJECT' }),
      fc.jsonValue(),
    ),
  },
  { requiredKeys: [] },
)
const json = fc.oneof(
  fc.jsonValue(),
  secretLike,
  fc.record({ results: fc.array(secretLike) }),
  fc.record({
    detail: fc.jsonValue(),
    message: fc.jsonValue(),
    existing_variable: fc.jsonValue(),
  }),
)
const body = fc.oneof(
  json.map((value) => new TextEncoder().encode(JSON.stringify(value))),
  fc.uint8Array({ maxLength: 200 }),
)
const answer = fc.record({
  status: fc.oneof(
    fc.constantFrom(200, 201, 202, 400, 401, 403, 404, 409, 429, 500, 503),
    fc.integer({ min: 200, max: 599 }),
  ),
  body,
  retryAfter: fc.option(fc.oneof(fc.nat({ max: 10 }).map(String), fc.string())),
  sent: fc.boolean(),
  breaks: fc.boolean(),
})
type Answer = typeof answer extends fc.Arbitrary<infer Value> ? Value : never

const respond = ({ status, body: bytes, retryAfter, sent, breaks }: Answer) => {
  if (breaks) throw new TypeError('Failed to fetch')
  const headers = new Headers(sent ? {} : { 'x-console-sent': 'no' })
  // A header that no server can send is no answer to think about.
  if (retryAfter !== null && /^[\x20-\x7e]*$/.test(retryAfter)) {
    headers.set('retry-after', retryAfter)
  }
  const bodiless = status === 204 || status === 205 || status === 304
  return new Response(bodiless ? null : new Uint8Array(bytes), { status, headers })
}

/** What the list proves must be what was asked for: the exact key, pointing at the very secret. */
const provenByList = (outcome: Outcome) =>
  outcome.kind !== 'created' ||
  outcome.evidence === 'answer' ||
  (outcome.secret.key === 'SECOND_NAME' && outcome.secret.aliased_secret?.id === id)

test('any answer to the POST and to the list ends in one of the four outcomes, without an exception', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(answer, { minLength: 1, maxLength: 8 }), async (answers) => {
      let calls = 0
      let posts = 0
      const client = createClient({
        base: '/api',
        fetch: async (_, init) => {
          if (init?.method === 'POST') posts += 1
          const next = answers[calls % answers.length]
          calls += 1
          if (next === undefined) throw new Error('no answer')
          return respond(next)
        },
      })
      const outcome = await submitAlias({
        submission,
        client,
        cancel: new AbortController().signal,
        onProgress: () => undefined,
        clock: { now: () => 0, sleep: () => Promise.resolve() },
      })
      expect(Object.keys(classes)).toContain(outcome.kind)
      expect(posts).toBeLessThanOrEqual(4)
      expect(provenByList(outcome)).toBe(true)
    }),
    { numRuns: 2000 },
  )
  // Thousands of answers take their time on a busy machine, and how long says nothing.
}, 60_000)
