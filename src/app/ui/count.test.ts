import fc from 'fast-check'
import { expect, test } from 'vitest'
import { counted, grouped } from './count'

test('a count reads as the browser writes numbers in English', () => {
  const english = new Intl.NumberFormat('en')
  fc.assert(
    fc.property(fc.maxSafeNat(), (count) => {
      expect(grouped(count)).toBe(english.format(count))
    }),
  )
})

test.each([
  [0, '0 aliases'],
  [1, '1 alias'],
  [999, '999 aliases'],
  [1000, '1,000 aliases'],
  [1_234_567, '1,234,567 aliases'],
])('%i is said as %s', (count, words) => {
  expect(counted(count, 'alias', 'aliases')).toBe(words)
})
