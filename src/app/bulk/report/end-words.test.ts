import { expect, test } from 'vitest'
import { lostCall } from '../../operations/failure-text'
import { refused, stale, unknown, type Result } from '../../operations/result'
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
    '1 of this job’s aliases still exist; the table says why.',
  )
  expect(wordsOf('undo', 'unknown', 'unknown')).toEqual({
    tone: 'warning',
    title: '0 deleted',
    text: 'The answer for 2 rows was lost, and the list does not show what became of them, or could not be read: their aliases may or may not exist. Go on with the undo to find out.',
  })
})
