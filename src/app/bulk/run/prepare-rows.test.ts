import { describe, expect, test } from 'vitest'
import { ApiError } from '../../../qovery/errors'
import { lostCall } from '../../operations/failure-text'
import { refused, stale, unknown, type Result } from '../../operations/result'
import { canRetry, type JobRow } from './job'
import { retryRows, undoRows } from './prepare-rows'
import { sampleRow } from './sample-row'

const idOf = (number: number) => `0a1b2c3d-0000-4000-8000-${String(number).padStart(12, '0')}`
const sent = Date.parse('2026-03-01T12:00:00Z')

const results = {
  done: { kind: 'done', by: 'answer', secret: null },
  refused: refused(new ApiError({ kind: 'http', sent: true, status: 403 })),
  same: { kind: 'conflict', existing: null, isSame: true, failure: null },
  conflict: { kind: 'conflict', existing: null, isSame: false, failure: null },
  stale: stale('unread'),
  gone: stale('gone'),
  unconfirmed: { kind: 'unconfirmed', failure: lostCall, keyless: 0, because: null },
  unknown: unknown('list', lostCall),
  cancelled: { kind: 'cancelled' },
} satisfies Record<string, Result>
type Name = keyof typeof results

const endedAs = (name: Name, fields: Partial<JobRow> = {}) =>
  sampleRow({
    state: 'ended',
    result: results[name],
    operationId: idOf(6),
    tries: 3,
    sentAt: sent,
    ...fields,
  })
const made = { aliasId: idOf(9), stamp: '2026-03-01T12:00:01Z' }

describe('what is sent again', () => {
  test.each(['refused', 'stale', 'cancelled', 'unconfirmed'] as const)(
    'a row that ended as %s waits anew',
    (name) => {
      const [row] = retryRows('create', [endedAs(name)])
      expect(row).toMatchObject({ state: 'waiting', result: null, tries: 0, sentAt: sent })
    },
  )

  test('a row of which nothing is known is looked for first', () => {
    const [row] = retryRows('create', [endedAs('unknown')])
    expect(row).toMatchObject({ state: 'open', result: results.unknown, tries: 0, sentAt: sent })
  })

  test('a refused row is another operation, and every other one that is retried the same', () => {
    const idAfter = (name: Name) => retryRows('create', [endedAs(name)])[0]?.operationId
    expect(idAfter('refused')).toMatch(/^[0-9a-f-]{36}$/)
    expect(idAfter('refused')).not.toBe(idOf(6))
    for (const name of ['unconfirmed', 'cancelled', 'unknown', 'stale'] as const)
      expect(idAfter(name)).toBe(idOf(6))
  })

  test.each(['done', 'same', 'conflict'] as const)('a row that is %s stays as it is', (name) => {
    const row = endedAs(name)
    expect(retryRows('create', [row])[0]).toBe(row)
  })

  test('nothing that is left out, nor what is under way', () => {
    for (const state of ['skipped', 'waiting', 'sending'] as const) {
      const row = sampleRow({ state })
      expect(retryRows('create', [row])[0]).toBe(row)
    }
  })

  test('after an undo only what is open is looked for, and nothing is created again', () => {
    for (const name of ['refused', 'stale', 'cancelled', 'done', 'conflict'] as const)
      for (const kind of ['create', 'delete'] as const)
        expect(canRetry(endedAs(name, { kind }), 'undo')).toBe(false)
    const [row] = retryRows('undo', [endedAs('unconfirmed')])
    expect(row).toMatchObject({ kind: 'create', state: 'open' })
  })
})

describe('an undo', () => {
  const toDelete = { kind: 'delete', state: 'waiting', result: null, tries: 0, sentAt: undefined }

  test('deletes what was created, and what an earlier undo could not delete', () => {
    expect(undoRows([endedAs('done', made)])[0]).toMatchObject({ ...toDelete, ...made })
    for (const name of ['refused', 'cancelled', 'stale'] as const)
      expect(undoRows([endedAs(name, { ...made, kind: 'delete' })])[0]).toMatchObject(toDelete)
  })

  test('leaves alone what is gone, and what was there before', () => {
    const rows = [
      endedAs('done', { ...made, unlisted: 'missing' }),
      endedAs('done', { ...made, kind: 'delete' }),
      endedAs('gone', { ...made, kind: 'delete' }),
      endedAs('same', { aliasId: idOf(9) }),
      endedAs('conflict'),
      endedAs('refused'),
      endedAs('cancelled'),
      sampleRow({ state: 'skipped' }),
    ]
    expect(undoRows(rows)).toEqual(rows)
  })

  test.each(['create', 'delete'] as const)('looks first for a %s that is open', (kind) => {
    for (const name of ['unknown', 'unconfirmed'] as const)
      expect(undoRows([endedAs(name, { ...made, kind })])[0]).toMatchObject({
        kind,
        state: 'open',
        sentAt: sent,
      })
  })
})
