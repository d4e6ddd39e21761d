import { describe, expect, test } from 'vitest'
import { lostCall } from '../../operations/failure-text'
import { refused, stale, unknown, type Result } from '../../operations/result'
import { testEdit, testRepoint } from '../../operations/test-operations'
import { retryRows, undoRows } from '../run/prepare-rows'
import type { Job, JobRow } from '../run/job'
import { sampleRow } from '../run/sample-row'
import { countRows } from './count-rows'
import { endWords } from './end-words'

const id = '3c90c3cc-0d44-4b50-8888-8dd25736052a'
const results = {
  done: { kind: 'done', by: 'answer', secret: null },
  same: { kind: 'conflict', existing: null, isSame: true, failure: null },
  refused: refused(lostCall),
  unknown: unknown('list', lostCall),
  cancelled: { kind: 'cancelled' },
  changed: stale('changed'),
  gone: stale('gone'),
} satisfies Record<string, Result>

const rowOf = (kind: JobRow['kind'], name: keyof typeof results | 'skipped') =>
  name === 'skipped'
    ? sampleRow({ state: 'skipped' })
    : sampleRow({ kind, state: 'ended', result: results[name], aliasId: id })

const wordsOf = (task: Job['task'], ...names: Parameters<typeof rowOf>[1][]) => {
  const rows = names.map((name) => rowOf(task === 'undo' ? 'delete' : 'create', name))
  return endWords({ task }, countRows(rows, task))
}

test('a job says that all is there only where nothing is left open', () => {
  expect(wordsOf('create', 'done', 'same')).toEqual({
    tone: 'ok',
    title: '1 created, 1 already there',
    text: 'The list shows every alias of the plan.',
  })
  expect(wordsOf('create', 'done', 'refused')).toEqual({
    tone: 'warning',
    title: '1 created',
    text: '1 refused. The table says why.',
  })
})

test('a job that was cancelled says so, and one that left rows out is no plain success', () => {
  expect(wordsOf('create', 'done', 'cancelled', 'cancelled')).toEqual({
    tone: 'warning',
    title: 'Cancelled: 1 created',
    text: '2 not sent. The table says why.',
  })
  expect(wordsOf('create', 'done', 'skipped')).toEqual({
    tone: 'info',
    title: '1 created',
    text: '1 left out. The table says why.',
  })
})

test('a row of which nothing is known is not said to be absent', () => {
  const { tone, text } = wordsOf('create', 'done', 'unknown')
  expect(tone).toBe('warning')
  expect(text).toBe(
    'The answer for 1 row was lost, and the list does not show what became of it, or could not be read: its alias may or may not exist. Retry to find out; what exists is not sent again.',
  )
})

test('an undo says that nothing is left only where it knows', () => {
  const nothingLeft = { tone: 'ok', text: 'None of this job’s aliases is left.' }
  expect(wordsOf('undo', 'done')).toEqual({ ...nothingLeft, title: '1 deleted' })
  expect(wordsOf('undo', 'done', 'gone')).toEqual({
    ...nothingLeft,
    title: '1 deleted, 1 gone already',
  })
  expect(wordsOf('undo', 'done', 'changed').text).toBe(
    '1 of this job’s aliases still exists; the table says why.',
  )
  expect(wordsOf('undo', 'unknown', 'unknown')).toEqual({
    tone: 'warning',
    title: '0 deleted',
    text: 'The answer for 2 rows was lost, and the list does not show what became of them, or could not be read: their aliases may or may not exist. Go on with the undo to find out.',
  })
})

test('a list that was not read, or not in full, is not said to show all', () => {
  const row = rowOf('create', 'done')
  for (const unlisted of ['unread', 'unreadable'] as const) {
    const rows = [row, { ...row, unlisted }]
    expect(endWords({ task: 'create' }, countRows(rows, 'create'))).toEqual({
      tone: 'ok',
      title: '2 created',
      text: 'The list could not be read at the end, or not in full: it does not confirm 1 alias.',
    })
  }
})

describe('of a job that changes what is there', () => {
  const unconfirmed: Result = { kind: 'unconfirmed', failure: lostCall, keyless: 0, because: null }
  const changeOf = (result: Result, operation: JobRow['operation'] = testEdit()) =>
    sampleRow({ kind: 'edit', state: 'ended', result, operation })
  const undoes = testEdit({ undoesId: id })
  const wordsOfUndo = (...rows: JobRow[]) =>
    endWords({ task: 'undo', change: 'edit' }, countRows(rows, 'undo'))

  test('an alias that is missing is told as that, and is brought back by a retry or an undo', () => {
    const missing = sampleRow({
      kind: 'repoint',
      state: 'ended',
      operation: testRepoint(),
      result: refused(null, 'missing'),
    })
    const counts = countRows([missing], 'change')
    expect(counts).toMatchObject({ unsure: 0, missing: 1, retriable: 1 })
    expect(counts.outcomes).toEqual([{ name: 'missing', count: 1 }])
    const text =
      '1 alias is missing now: it was deleted, and as far as is known not made again; the table says why.'
    expect(endWords({ task: 'change', change: 'repoint' }, counts)).toEqual({
      tone: 'warning',
      title: '0 re-pointed',
      text: `${text} Retry to bring it back.`,
    })
    expect(endWords({ task: 'undo', change: 'repoint' }, countRows([missing], 'undo'))).toEqual({
      tone: 'warning',
      title: '0 changes undone',
      text: `${text} Go on with the undo to bring it back.`,
    })
    const again = { state: 'waiting', operation: testRepoint(), result: null }
    expect(retryRows('undo', [missing])).toMatchObject([again])
    expect(undoRows([missing])).toMatchObject([again])
  })

  test('an undo does not pass over a change of which nothing is known', () => {
    const done = changeOf({ kind: 'done', by: 'answer', secret: null }, undoes)
    const lost = changeOf(unconfirmed)
    // To send it again could make the very change that is taken back.
    expect(countRows([done, lost], 'undo').retriable).toBe(0)
    expect(wordsOfUndo(done, lost)).toEqual({
      tone: 'warning',
      title: '1 change undone',
      text: 'The answer for 1 row was lost before the undo, which left it alone: its change may or may not have happened. Look at it in Qovery.',
    })
  })

  test('an undo tells what was not undone beside what is not known', () => {
    const { tone, text } = wordsOfUndo(
      changeOf(stale('changed'), undoes),
      changeOf(unconfirmed, undoes),
      changeOf(unconfirmed),
    )
    expect(tone).toBe('warning')
    expect(text).toMatch(
      /^1 change was not undone.* The answer for 1 row was lost, .* Go on with the undo to find out. The answer for 1 row was lost before/,
    )
  })
})
