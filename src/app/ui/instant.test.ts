import { expect, test } from 'vitest'
import { ago, when } from './instant'

const now = Date.UTC(2026, 5, 15, 12)
const minute = 60_000
const day = 86_400_000

test.each([
  [0, 'just now'],
  [59_000, 'just now'],
  [minute, '1 minute ago'],
  [59 * minute, '59 minutes ago'],
  [60 * minute, '1 hour ago'],
  [day, 'yesterday'],
  [29 * day, '29 days ago'],
])('%d ms ago is %s', (milliseconds, words) => {
  expect(ago(now - milliseconds, now)).toBe(words)
})

test('what is more than 30 days old is a date', () => {
  expect(when(now - 30 * day, now)).toBe('last month')
  expect(when(now - 31 * day, now)).toBe('May 15, 2026')
})
