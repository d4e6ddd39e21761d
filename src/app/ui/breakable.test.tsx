import { renderToStaticMarkup } from 'react-dom/server'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { breakable } from './breakable'

const drawn = (name: string, from?: number, to?: number) =>
  renderToStaticMarkup(breakable(name, from, to)).replaceAll(/<\/?span>/g, '')

test.each([
  ['DATABASE_URL_REPLICA', 'DATABASE_|URL_|REPLICA'],
  ['spring.data-source', 'spring.|data-|source'],
  ['A__B', 'A__|B'],
  ['PLAIN', 'PLAIN'],
  // A mark stays with its letter.
  ['A_\u0301B', 'A_\u0301B'],
  // Nothing would be left of the line before, or of the one after.
  ['_OWN', '_OWN'],
  ['OWN_', 'OWN_'],
  ['', ''],
])('%s may go on in another line where a word of it begins', (name, expected) => {
  expect(drawn(name).replaceAll('<wbr/>', '|')).toBe(expected)
})

test('a part of a name breaks where the whole would', () => {
  expect(drawn('DB_MASTER_KEY', 0, 3)).toBe('DB_')
  expect(drawn('DB_MASTER_KEY', 3, 9)).toBe('<wbr/>MASTER')
  expect(drawn('DB_MASTER_KEY', 9)).toBe('_<wbr/>KEY')
})

test('no letter is lost or added, however a name is taken apart', () => {
  const names = fc.string({ unit: fc.constantFrom('A', 'b', '_', '-', '.', ' ') })
  fc.assert(
    fc.property(names, fc.nat(30), (name, cut) => {
      const at = Math.min(cut, name.length)
      const text = drawn(name, 0, at) + drawn(name, at)
      expect(text.replaceAll('<wbr/>', '')).toBe(name)
    }),
  )
})

test('a name of any length is a few elements at most', () => {
  expect(drawn('A_'.repeat(50_000))).toBe('A_'.repeat(50_000))
})
