import { expect, test } from 'vitest'
import { clearText, extentOf, jobTitle } from './history-words'

test('a job of which an undo was begun is not said to be undone', () => {
  expect(jobTitle({ task: 'create' })).toBe('Aliases created')
  expect(jobTitle({ task: 'undo', change: 'repoint' })).toBe('Aliases re-pointed, with their undo,')
})

test('what is forgotten agrees with its number', () => {
  expect(clearText(1, 0)).toMatch(/^1 entry and its Undo are forgotten/)
  expect(clearText(2, 1)).toMatch(/^2 entries, 1 report of bulk jobs and their Undo are forgotten/)
  expect(clearText(0, 1)).toMatch(/^1 report of bulk jobs and its Undo are forgotten/)
})

test('a job has so many rows, and once it has ended, what came of those that were to be sent', () => {
  const job = { id: '', projectId: '', upstream: '', startedAt: 0, task: 'create' } as const
  const end = { title: '4 created', toSend: 6 }
  expect(extentOf({ ...job, state: 'running', end }, 18)).toBe('18 rows')
  expect(extentOf({ ...job, state: 'ended', end }, 18)).toBe('4 created of 6 rows')
  expect(extentOf({ ...job, state: 'ended' }, 1)).toBe('1 row')
})
