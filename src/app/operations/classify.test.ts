import { expect, test } from 'vitest'
import { ApiError } from '../../qovery/errors'
import { classify, retryIn, type Verdict } from './classify'

const http = (
  status: number,
  more: { detail?: string; retryAfter?: string; sent?: boolean } = {},
) => new ApiError({ kind: 'http', sent: true, status, ...more })

const cases: [string, ApiError, Verdict, delay?: number][] = [
  ['reset', new ApiError({ kind: 'network', sent: true }), 'lost'],
  ['timeout', new ApiError({ kind: 'timeout', sent: true }), 'lost'],
  ['201 that cannot be read', new ApiError({ kind: 'decode', sent: true, status: 201 }), 'lost'],
  ['202', new ApiError({ kind: 'decode', sent: true, status: 202 }), 'lost'],
  ['500', http(500), 'lost'],
  ['502', http(502), 'lost'],
  ['504', http(504), 'lost'],
  ['502 that never reached Qovery', http(502, { sent: false }), 'refused'],
  ['network failure before sending', new ApiError({ kind: 'network', sent: false }), 'refused'],
  ['400', http(400), 'refused'],
  ['400 about the scope', http(400, { detail: "Can't alias a narrower scope" }), 'refused'],
  ['400 that says the key exists', http(400, { detail: 'Variable already exists: A' }), 'conflict'],
  ['400 that says it does not exist', http(400, { detail: 'Secret does not exist' }), 'refused'],
  ['400 that says it doesn’t exist', http(400, { detail: "Secret doesn't exist" }), 'refused'],
  ['401', http(401), 'refused'],
  ['403', http(403), 'refused'],
  ['404', http(404), 'refused'],
  ['409', http(409), 'conflict'],
  ['422', http(422), 'refused'],
  ['422 for a key that came with another token', http(422, { sent: false }), 'lost'],
  ['429 with a time', http(429, { retryAfter: '5' }), 'refused', 5000],
  ['429 without a time', http(429), 'refused'],
  ['429 with an absurd time', http(429, { retryAfter: '999999999' }), 'refused'],
  ['503 with a time', http(503, { retryAfter: '2' }), 'refused', 2000],
  [
    '429 of a call that never reached Qovery',
    http(429, { sent: false, retryAfter: '5' }),
    'refused',
  ],
  ['503 without a time', http(503), 'refused'],
]

test.each(cases)('%s', (_, error, verdict, delay) => {
  expect(classify(error)).toBe(verdict)
  expect(retryIn(error, 0)).toBe(delay)
})
