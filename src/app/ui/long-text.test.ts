import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cut } from './cut'
import { shortenLines } from './long-text'

test('each long line is shortened by itself, and no other changes', () => {
  const line = fc.string({ unit: fc.constantFrom('a', ' ', '\r', '\u2028'), maxLength: 12 })
  const long = fc.integer({ min: 990, max: 1020 }).map((length) => 'b'.repeat(length))
  fc.assert(
    fc.property(
      fc.array(
        fc.oneof(
          line,
          fc.tuple(line, long).map((both) => both.join('')),
        ),
      ),
      (lines) => {
        const inTurn = lines.map((each) => (each.length > 1000 ? cut(each, 1000) : each))
        expect(shortenLines(lines.join('\n'))).toBe(inTurn.join('\n'))
      },
    ),
  )
})
