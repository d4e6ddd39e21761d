import { expect, test } from 'vitest'
import { knownScopes, knownVariableTypes } from '../qovery/schema'
import { managerWord, scopeWord, typeWord } from './api-words'

test('every word that Qovery documents is shown in plain ones', () => {
  for (const type of knownVariableTypes) expect(typeWord(type)).toMatch(/^[A-Z][a-z -]+$/)
  for (const scope of knownScopes) expect(scopeWord(scope)).toMatch(/^[A-Z][a-z -]+$/)
  expect(managerWord('DOPPLER')).toBe('Doppler')
})

test('a word that is new, or no word of Qovery’s at all, is shown as it came', () => {
  for (const word of ['BRAND_NEW', 'constructor', '__proto__', ''])
    expect([typeWord(word), scopeWord(word), managerWord(word)]).toEqual([word, word, word])
})
