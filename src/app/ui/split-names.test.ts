import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { splitNames } from './split-names'

const names = (sentence: string, ...known: string[]) =>
  splitNames(sentence, known).flatMap(({ text, isName }) => (isName ? text : []))

test('a name is found at the beginning, in the middle and at the end, and the words stay', () => {
  expect(splitNames('DB was saved: DB', ['DB'])).toEqual([
    { at: 0, text: 'DB', isName: true },
    { at: 2, text: ' was saved: ', isName: false },
    { at: 14, text: 'DB', isName: true },
  ])
})

test('a name is none inside a word or another name, and the longer one counts', () => {
  expect(names('Any DB_PASSWORD of DB', 'DB', 'A')).toEqual(['DB'])
  expect(names('DB.HOST and DB', 'DB', 'DB.HOST')).toEqual(['DB.HOST', 'DB'])
})

test('nothing of any sentence is lost, whatever the names', () => {
  fc.assert(
    fc.property(fc.string(), fc.array(fc.string()), (sentence, known) => {
      const parts = splitNames(sentence, known)
      expect(parts.map(({ text }) => text).join('')).toBe(sentence)
      const found = parts.flatMap(({ text, isName }) => (isName ? text : []))
      expect(found.filter((name) => !known.includes(name))).toEqual([])
    }),
  )
})
