import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createSearch, isOfId, wordsOf } from './create-search'

const inFull = (texts: readonly string[], words: readonly string[]) =>
  [...texts.keys()].filter((index) => words.every((word) => texts[index]?.includes(word)))

// Few letters, so that words are found, repeat themselves and are parts of each other.
const letters = fc.string({ unit: fc.constantFrom('a', 'b', 'c', ' '), maxLength: 8 })

test('however a query came to be what it is, it finds what a search of everything finds', () => {
  fc.assert(
    fc.property(fc.array(letters, { maxLength: 30 }), fc.array(letters), (texts, queries) => {
      const search = createSearch(texts)
      for (const query of queries) {
        // As somebody types it: a letter at a time, and the next query over the last.
        for (let end = 1; end <= query.length; end += 1) {
          const words = wordsOf(query.slice(0, end))
          expect(search(words)).toEqual(inFull(texts, words))
        }
      }
    }),
  )
})

test('nor does it find an ID by less than four digits of it, or lose one by the letters typed before', () => {
  const id = fc.string({ unit: fc.constantFrom('a', 'b', '-', '1'), maxLength: 12 })
  const typed = fc.string({ unit: fc.constantFrom('a', 'b', '1', 'x', ' '), maxLength: 10 })
  fc.assert(
    fc.property(fc.array(fc.tuple(letters, id)), fc.array(typed), (all, queries) => {
      const search = createSearch(
        all.map(([text]) => text),
        all.map(([, each]) => each),
      )
      const has = (place: number, word: string) => {
        const [text = '', each = ''] = all[place] ?? []
        return text.includes(word) || (/^[1ab]{4,}$/.test(word) && each.includes(word))
      }
      for (const query of queries) {
        for (let end = 1; end <= query.length; end += 1) {
          const words = wordsOf(query.slice(0, end))
          const expected = [...all.keys()].filter((place) =>
            words.every((word) => has(place, word)),
          )
          expect(search(words)).toEqual(expected)
        }
      }
    }),
  )
})

test.each([
  ['ab', false],
  ['1', false],
  ['3c9', false],
  ['3c90', true],
  ['0d44-4b50', true],
  ['3c90c3cc-0d44-4b50-8888-8dd25736052a', true],
  ['token', false],
])('whether “%s” may mean an ID: %s', (word, expected) => {
  expect(isOfId(word)).toBe(expected)
})

test('a longer query looks only at what the shorter one found', () => {
  const texts = ['apple', 'apricot', 'banana']
  const search = createSearch(texts)
  search(['ap'])
  // Were everything looked at again, it would be found now.
  texts[2] = 'apple, too'
  expect(search(['app'])).toEqual([0])
})

test('a shorter query is answered from what is known', () => {
  const search = createSearch(['apple', 'apricot', 'banana'])
  const found = search(['ap'])
  search(['app'])
  expect(search(['ap'])).toBe(found)
})

test('no words find everything', () => {
  expect(createSearch(['a', 'b'])([])).toEqual([0, 1])
})

test('words are cut at any white space, folded as the texts are', () => {
  expect(wordsOf('ＤＢ cafe\u0301')).toEqual(['db', 'caf\u00e9'])
  expect(wordsOf('  Card\tNETWORK \n')).toEqual(['card', 'network'])
})

test('a letter that leaves nothing out gives the same list', () => {
  const search = createSearch(['token of one', 'token of two', 'key'])
  const found = search(wordsOf('to'))
  expect(search(wordsOf('tok'))).toBe(found)
  expect(search(wordsOf('token tw'))).not.toBe(found)
})
