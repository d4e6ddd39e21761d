import { expect, test } from 'vitest'
import { clearText, jobTitle } from './history-words'

test('a job of which an undo was begun is not said to be undone', () => {
  expect(jobTitle({ task: 'create' })).toBe('Aliases created')
  expect(jobTitle({ task: 'undo', change: 'repoint' })).toBe('Aliases re-pointed, with their undo,')
})

test('what is forgotten agrees with its number', () => {
  expect(clearText(1)).toMatch(/^1 entry and its Undo are forgotten/)
  expect(clearText(2)).toMatch(/^2 entries and their Undo are forgotten/)
})
