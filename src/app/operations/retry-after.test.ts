import fc from 'fast-check'
import { expect, test } from 'vitest'
import { longestWait, retryDelay } from './retry-after'

const now = Date.parse('2026-03-01T12:00:00Z')

test.each([
  ['seconds', '5', 5000],
  ['seconds with space around', ' 30 ', 30_000],
  ['zero still waits a second', '0', 1000],
  ['the longest wait', '3600', longestWait],
  ['a date ahead', 'Sun, 01 Mar 2026 12:00:10 GMT', 10_000],
  ['a date gone by still waits a second', 'Sun, 01 Mar 2026 11:00:00 GMT', 1000],
])('%s is a time to wait', (_, header, delay) => {
  expect(retryDelay(header, now)).toBe(delay)
})

test.each([
  ['missing', undefined],
  ['empty', ''],
  ['a second over the longest wait', '3601'],
  ['years', '99999999999999999999'],
  ['negative', '-5'],
  ['a fraction', '1.5'],
  ['words', 'soon'],
  ['another form of date', '2026-03-01T12:00:10Z'],
  ['a date next year', 'Mon, 01 Mar 2027 12:00:00 GMT'],
])('%s is not a time that a machine waits for', (_, header) => {
  expect(retryDelay(header, now)).toBeUndefined()
})

test('any header gives a wait between one second and the longest, or none', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.integer().map(String)), (header) => {
      const delay = retryDelay(header, now)
      return delay === undefined || (delay >= 1000 && delay <= longestWait)
    }),
  )
})
