import { expect, test } from 'vitest'
import { countStates, type Job, type RowState } from '../run/job'
import { sampleRow } from '../run/sample-row'
import { endWords } from './end-words'

const id = '3c90c3cc-0d44-4b50-8888-8dd25736052a'

const wordsOf = (task: Job['task'], ...states: RowState[]) => {
  const job: Job = { id, projectId: id, upstream: '', startedAt: 0, task, state: 'ended' }
  const rows = states.map((state, place) => sampleRow({ place, at: place + 1, state, aliasId: id }))
  return endWords({ job, rows, counts: countStates(rows) })
}

test('a job says that all is there only where nothing is left open', () => {
  expect(wordsOf('create', 'created', 'existed')).toEqual({
    tone: 'ok',
    title: '1 created, 1 already there',
    text: 'The project’s list shows every alias of the plan.',
  })
  expect(wordsOf('create', 'created', 'refused').text).toMatch(/^1 did not come to be/)
})

test('a row of which nothing is known is not said to be absent', () => {
  const { tone, text } = wordsOf('create', 'created', 'unknown')
  expect(tone).toBe('warning')
  expect(text).toBe(
    'The answer for 1 row was lost, and the project’s list could not be read, or not in full: its alias may or may not exist. Retry to find out; what exists is not sent again.',
  )
})

test('an undo says that nothing is left only where it knows', () => {
  expect(wordsOf('undo', 'undone', 'refused')).toEqual({
    tone: 'ok',
    title: '1 deleted again',
    text: 'None of this job’s aliases is left.',
  })
  expect(wordsOf('undo', 'undone', 'created').text).toBe(
    '1 of this job’s aliases still exist; the table says why.',
  )
  expect(wordsOf('undo', 'unknown', 'unknown')).toEqual({
    tone: 'warning',
    title: '0 deleted again',
    text: 'The answer for 2 rows was lost, and the project’s list could not be read, or not in full: their aliases may or may not exist. Go on with the undo to find out.',
  })
})
