import { expect, test } from 'vitest'
import { ApiError } from '../../qovery/errors'
import { classify, type Verdict } from './classify'

const http = (
  status: number,
  more: { detail?: string; retryAfter?: string; sent?: boolean } = {},
) => new ApiError({ kind: 'http', sent: true, status, ...more })

const notCreated: Verdict = { kind: 'not-created' }
const unknown: Verdict = { kind: 'unknown' }
const conflict: Verdict = { kind: 'conflict' }

const cases: [string, ApiError, Verdict][] = [
  ['reset', new ApiError({ kind: 'network', sent: true }), unknown],
  ['timeout', new ApiError({ kind: 'timeout', sent: true }), unknown],
  ['201 that cannot be read', new ApiError({ kind: 'decode', sent: true, status: 201 }), unknown],
  ['202', new ApiError({ kind: 'decode', sent: true, status: 202 }), unknown],
  ['500', http(500), unknown],
  ['502', http(502), unknown],
  ['504', http(504), unknown],
  ['502 that never reached Qovery', http(502, { sent: false }), notCreated],
  ['network failure before sending', new ApiError({ kind: 'network', sent: false }), notCreated],
  ['400', http(400), notCreated],
  ['400 about the scope', http(400, { detail: "Can't alias a narrower scope" }), notCreated],
  ['400 that says the key exists', http(400, { detail: 'Variable already exists: A' }), conflict],
  ['400 that says it does not exist', http(400, { detail: 'Secret does not exist' }), notCreated],
  ['400 that says it doesn’t exist', http(400, { detail: "Secret doesn't exist" }), notCreated],
  ['401', http(401), notCreated],
  ['403', http(403), notCreated],
  ['404', http(404), notCreated],
  ['409', http(409), conflict],
  ['422', http(422), notCreated],
  ['422 for a key that came with another token', http(422, { sent: false }), unknown],
  ['429 with a time', http(429, { retryAfter: '5' }), { kind: 'not-created', retryIn: 5000 }],
  ['429 without a time', http(429), notCreated],
  ['429 with an absurd time', http(429, { retryAfter: '999999999' }), notCreated],
  ['503 with a time', http(503, { retryAfter: '2' }), { kind: 'not-created', retryIn: 2000 }],
  ['503 without a time', http(503), notCreated],
]

test.each(cases)('%s', (_, error, verdict) => {
  expect(classify(error, 0)).toEqual(verdict)
})
