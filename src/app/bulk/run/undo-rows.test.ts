import { describe, expect, test } from 'vitest'
import type { Unreadable } from '../../../qovery/list'
import type { Secret } from '../../../qovery/schema'
import { indexSecrets, type SecretIndex } from '../../../qovery/secret-index'
import { testLink, testList, testSecret } from '../../../qovery/test-secrets'
import type { Job, JobRow } from './job'
import { sampleRow } from './sample-row'
import { undoRows } from './undo-rows'

const idOf = (number: number) => `0a1b2c3d-0000-4000-8000-${String(number).padStart(12, '0')}`
const sourceId = idOf(5)
const aliasId = idOf(9)
const made = '2026-03-01T12:00:01Z'

const rowWith = (fields: Partial<JobRow>) =>
  sampleRow({
    secretId: sourceId,
    state: 'created',
    tries: 1,
    sentAt: Date.parse(made) - 1000,
    aliasId,
    stamp: made,
    ...fields,
  })
const alias = testSecret({
  id: aliasId,
  key: 'ALIAS',
  created_at: made,
  updated_at: made,
  variable_type: 'ALIAS',
  aliased_secret: testLink({ id: sourceId }),
})
const edited: Secret = { ...alias, updated_at: '2026-03-02T12:00:00Z' }
const undone = (task: Job['task'], fields: Partial<JobRow>, ...secrets: Secret[]) =>
  undoRows(task, [rowWith(fields)], indexSecrets(testList(secrets)))[0]

const toDelete = { state: 'waiting', tries: 0, sentAt: undefined, aliasId }
const leftAlone = { state: 'created', reason: 'Not deleted: somebody changed it since.' }

test('what was created is deleted, but for what somebody changed or deleted since', () => {
  expect(undone('create', {}, alias)).toMatchObject(toDelete)
  expect(undone('create', {}, edited)).toMatchObject(leftAlone)
  expect(undone('create', {})).toMatchObject({ state: 'disappeared' })
})

describe('a row of the creation that is under way', () => {
  const lost = { state: 'unknown', aliasId: null, stamp: null } as const

  test('is settled, and deleted where it was created', () => {
    expect(undone('create', lost, alias)).toMatchObject(toDelete)
    const older = { ...alias, created_at: '2026-03-01T11:00:00Z' }
    expect(undone('create', lost, older)).toMatchObject({ state: 'existed' })
  })

  test('is never called deleted where the list has no such alias', () => {
    expect(undone('create', lost)).toMatchObject({ state: 'absent' })
    expect(undone('create', { ...lost, state: 'claimed' })).toMatchObject({ state: 'taken' })
  })

  test('is not sent where it still waits', () => {
    const waiting = { ...lost, state: 'waiting', sentAt: undefined } as const
    expect(undone('create', waiting, alias)).toMatchObject({ state: 'cancelled' })
    expect(undone('create', { ...lost, state: 'waiting' }, alias)).toMatchObject(toDelete)
  })
})

describe('an undo that is undone once more', () => {
  test('settles first what it sent without an answer', () => {
    const row = rowWith({ state: 'unknown' })
    expect(undoRows('undo', [row], indexSecrets(testList([alias])))).toEqual([row])
  })

  test('leaves alone what somebody changed since it began', () => {
    expect(undone('undo', { state: 'waiting' }, alias)).toMatchObject({ state: 'waiting' })
    expect(undone('undo', { state: 'waiting' }, edited)).toMatchObject(leftAlone)
  })
})

test.each(['existed', 'taken', 'refused', 'absent', 'cancelled', 'left', 'undone'] as const)(
  'a row that is %s stays as it is',
  (state) => {
    for (const task of ['create', 'undo'] as const)
      expect(undone(task, { state }, alias)).toEqual(rowWith({ state }))
  },
)

describe('what cannot be read', () => {
  const list = (secrets: Secret[], unreadable: Partial<Unreadable>) =>
    indexSecrets(
      testList(secrets, [{ why: 'unlike', id: null, name: null, tiedTo: [], ...unreadable }]),
    )
  const undoneIn = (listed: SecretIndex, fields: Partial<JobRow> = {}) =>
    undoRows('create', [rowWith(fields)], listed)[0]

  test.each([{ id: aliasId }, { name: 'ALIAS' }])('is not deleted, by %j', (says) => {
    expect(undoneIn(list([], says))).toMatchObject({
      state: 'created',
      reason: expect.stringMatching(/^Not deleted: its entry of the list cannot be read/),
    })
  })

  test('is not compared with what was made', () => {
    for (const unread of [['description'], ['updated_at']])
      expect(undone('create', {}, { ...alias, unread, updated_at: null })).toMatchObject({
        state: 'created',
        reason: expect.stringMatching(/^Not deleted: its entry/),
      })
    expect(undone('create', {}, { ...alias, unread: ['service_id'] })).toMatchObject(toDelete)
  })

  test('says by its silence only that the rest does not have it', () => {
    expect(undoneIn(list([], {}))).toMatchObject({
      state: 'disappeared',
      reason: 'It is gone already, as far as the list can be read.',
    })
  })
})
