import { expect, test } from 'vitest'
import { ApiError } from '../../qovery/errors'
import { testLink, testSecret } from '../../qovery/test-secrets'
import type { Outcome } from '../outcome/outcome'
import type { Submission } from '../outcome/submission'
import { landOutcome } from './land-outcome'

const id = '3c90c3cc-0d44-4b50-8888-8dd25736052a'
const submission: Submission = {
  id,
  projectId: id,
  secretId: id,
  request: { key: 'SECOND_NAME' },
  holdersBefore: [],
  sentAt: 0,
}
const holder = testSecret({
  id,
  key: 'SECOND_NAME',
  aliased_secret: testLink({ id, key: 'FIRST_NAME' }),
})
const conflict = new ApiError({ kind: 'http', sent: true, status: 409 })
const elsewhere = new ApiError({
  kind: 'http',
  sent: true,
  status: 409,
  existing: { id, key: 'SECOND_NAME', scope: 'ENVIRONMENT' },
})
const land = (outcome: Outcome) =>
  landOutcome(outcome, submission, { peer: 'Qovery', tokenWorked: true })

test('a taken key says by whom, where, and what to do', () => {
  expect(land({ kind: 'taken', holder, error: conflict })).toMatchObject({
    place: 'key',
    holder,
    message:
      'Qovery refused the name: SECOND_NAME exists already, at PROJECT scope and points at FIRST_NAME. Nothing was created. Open it, or choose another key.',
  })
})

test('a key taken outside the list names the scope that the server told', () => {
  const landing = land({ kind: 'taken', error: elsewhere })
  expect(landing?.message).toContain('at ENVIRONMENT scope, outside this project’s list')
  expect(landing?.holder).toBeUndefined()
  expect(land({ kind: 'taken', error: conflict })?.message).toContain(
    'exists already, outside this project’s list',
  )
})

test('an alias that was there before needs nothing', () => {
  expect(land({ kind: 'existed', secret: holder, error: conflict })).toMatchObject({
    place: 'key',
    holder,
    message: expect.stringContaining('existed already'),
  })
})

test('a refusal lands where it belongs', () => {
  const error = new ApiError({ kind: 'http', sent: true, status: 404 })
  expect(land({ kind: 'refused', error })).toMatchObject({ place: 'secret', error })
})

test.each<Outcome>([
  { kind: 'created', secret: holder, evidence: 'answer' },
  { kind: 'absent', keyless: 0, error: conflict },
  { kind: 'unknown', why: 'list', error: conflict },
  { kind: 'cancelled' },
])('$kind is not the form’s to show', (outcome) => {
  expect(land(outcome)).toBeUndefined()
})
