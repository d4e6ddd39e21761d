import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { partsFound } from './parts-found'

test('words are found wherever they are, the longer of two that begin together', () => {
  expect(partsFound('PGPASSWORD', 'pass')).toEqual(['PG', 'PASS', 'WORD'])
  expect(partsFound('PGPASSWORD', 'pg word')).toEqual(['', 'PG', 'PASS', 'WORD', ''])
  expect(partsFound('AAB', 'a aab')).toEqual(['', 'AAB', ''])
  expect(partsFound('NOTHING', 'x')).toEqual(['NOTHING'])
  expect(partsFound('ANY', ' ')).toEqual(['ANY'])
})

test('an accent is the same however it is written, where that shifts nothing', () => {
  expect(partsFound('CAF\u00c9_KEY', 'cafe\u0301')).toEqual(['', 'CAF\u00c9', '_KEY'])
  expect(partsFound('CAFE\u0301_KEY', 'caf\u00e9')).toEqual(['CAFE\u0301_KEY'])
})

test('no letter is lost or added, whatever is searched for', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (text, search) => {
      expect(partsFound(text, search).join('')).toBe(text)
    }),
  )
})
