import { expect, test } from 'vitest'
import type { Secret } from '../../../qovery/schema'
import { indexSecrets } from '../../../qovery/secret-index'
import { testLink, testList, testSecret } from '../../../qovery/test-secrets'
import { canRetry } from './can-retry'
import { rowStates, type JobRow } from './job'
import { retryRows } from './retry-rows'
import { sampleRow } from './sample-row'

const idOf = (number: number) => `0a1b2c3d-0000-4000-8000-${String(number).padStart(12, '0')}`
const sourceId = idOf(5)

const rowWith = (fields: Partial<JobRow>) =>
  sampleRow({
    secretId: sourceId,
    submissionId: idOf(6),
    tries: 3,
    reason: 'As it was.',
    requestId: 'r',
    ...fields,
  })

const sent = Date.parse('2026-03-01T12:00:00Z')
const aliasOf = (more: Partial<Secret> = {}): Secret =>
  testSecret({
    id: idOf(9),
    key: 'ALIAS',
    created_at: '2026-03-01T12:00:01Z',
    variable_type: 'ALIAS',
    aliased_secret: testLink({ id: sourceId }),
    ...more,
  })
const retried = (row: JobRow, ...secrets: Secret[]) =>
  retryRows([row], indexSecrets(testList(secrets)))[0]

test.each(['refused', 'cancelled'] as const)(
  'a row that ended as %s leaves alone what others made since',
  (state) => {
    expect(retried(rowWith({ state }))).toMatchObject({ state: 'waiting', tries: 0, reason: '' })
    expect(retried(rowWith({ state }), aliasOf())).toMatchObject({ state: 'existed' })
    const other = aliasOf({ aliased_secret: testLink({ id: idOf(7), key: 'OTHER' }) })
    expect(retried(rowWith({ state }), other)).toMatchObject({ state: 'left' })
  },
)

test('a row whose answer was lost is created where its alias came late', () => {
  const row = rowWith({ state: 'absent', sentAt: sent })
  expect(retried(row)).toMatchObject({ state: 'waiting', sentAt: sent })
  expect(retried(row, aliasOf())).toMatchObject({ state: 'created', aliasId: idOf(9) })
  const older = aliasOf({ created_at: '2026-03-01T11:00:00Z' })
  expect(retried(row, older)).toMatchObject({ state: 'existed' })
})

test.each(['unknown', 'claimed'] as const)('a row that is %s is settled first', (state) => {
  expect(retried(rowWith({ state, sentAt: sent }))).toMatchObject({ state, tries: 0, sentAt: sent })
})

test('a refused row is another submission, and every other one that is retried the same', () => {
  const refused = retried(rowWith({ state: 'refused' }))
  expect(refused?.submissionId).toMatch(/^[0-9a-f-]{36}$/)
  expect(refused?.submissionId).not.toBe(idOf(6))
  for (const state of ['absent', 'cancelled', 'unknown', 'claimed', 'waiting'] as const)
    expect(retried(rowWith({ state, sentAt: sent }))?.submissionId).toBe(idOf(6))
})

test('a row that waits is held against the list, too', () => {
  const waiting = rowWith({ state: 'waiting' })
  expect(retried(waiting)).toMatchObject({ state: 'waiting', tries: 0 })
  expect(retried(waiting, aliasOf())).toMatchObject({ state: 'existed' })
})

test.each(['created', 'existed', 'taken', 'left', 'disappeared', 'undone'] as const)(
  'a row that is %s stays as it is',
  (state) => {
    const row = rowWith({ state })
    expect(retried(row)).toBe(row)
  },
)

test.each(rowStates)('after an undo a row that is %s is not sent again', (state) => {
  expect(canRetry(rowWith({ state }), 'undo')).toBe(false)
})
