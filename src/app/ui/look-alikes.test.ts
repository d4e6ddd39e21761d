import fc from 'fast-check'
import { expect, test } from 'vitest'
import { distinctName, foreignLetters } from './look-alikes'

/** All that can be seen of a name: what it is drawn as, and what is said of its letters. */
const seen = (name: string) => `${distinctName(name)} ${foreignLetters(name) ?? ''}`

const alike = [
  'DB_PASSWORD',
  'DB_PASS\u200bWORD',
  'DB_PASSWORD\u2060',
  'DB_\u202eDROWSSAP',
  '\u2066DB_PASSWORD',
  '\ufeffDB_PASSWORD',
  'DB_PASSWORD\u{e0041}',
  'DB_PASS\u00adWORD',
  'DB_PASSWORD\ufe0f',
  'DB_PASSWORD\u3164',
  'DB_P\u0410SSWORD',
  'DB_P\u0391SSWORD',
  'DB_P\uff21SSWORD',
  ' DB_PASSWORD',
  'DB_PASSWORD ',
  'DB_PASSWORD\u00a0',
  'DB_PASSWORD\u2800',
  'DB PASSWORD',
  'DB  PASSWORD',
  '',
  ' ',
]

test('no two names that browsers draw alike look the same', () => {
  expect(new Set(alike.map(seen)).size).toBe(alike.length)
})

test('names of the usual letters stand as they are', () => {
  for (const name of ['DB_PASSWORD', 'db-password.1', 'CLÉ_D’ÉQUIPE', 'A B', 'straße'])
    expect([distinctName(name), foreignLetters(name)]).toEqual([name, undefined])
})

test('whatever a name holds, nothing of it is drawn as nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 20 }), (name) => {
      expect(distinctName(name)).toMatch(
        /^[^\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]+$/u,
      )
    }),
  )
})
