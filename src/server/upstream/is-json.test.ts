import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isJson } from './is-json'

const parses = (text: string) => {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
const expectAgreed = (text: string) => {
  expect([text, isJson(Buffer.from(text))]).toEqual([text, parses(text)])
}

test('what JSON.parse reads is JSON, and nothing else', () => {
  const cut = fc.tuple(fc.json(), fc.nat(), fc.nat(3)).map(([text, place, count]) => {
    const at = place % (text.length + 1)
    return text.slice(0, at) + text.slice(at + count)
  })
  const piece = fc.constantFrom(
    ...Array.from('[]{},:"\\0123-+.eEu \t\n\rabf\u0001é'),
    'true',
    'false',
    'null',
    '\\u00e9',
    '""',
    '"a":',
  )
  const pieces = fc.array(piece, { maxLength: 12 }).map((all) => all.join(''))
  fc.assert(fc.property(fc.json(), expectAgreed))
  fc.assert(fc.property(cut, expectAgreed), { numRuns: 1000 })
  fc.assert(fc.property(pieces, expectAgreed), { numRuns: 20_000 })
})

test.each([
  '',
  ' ',
  '0',
  '-0',
  '-',
  '00',
  '01',
  '1.',
  '.5',
  '1.5e-7',
  '1e',
  '1e+',
  '+1',
  'tru',
  'trueish',
  'NaN',
  '"',
  '"\\',
  '"\\u12',
  '"\\u12g4"',
  '"\\x"',
  '"\t"',
  '"\u007f"',
  '[',
  '[]',
  '[ ]',
  '[1,]',
  '[,1]',
  '[1 2]',
  '{',
  '{}',
  '{"a"}',
  '{"a":}',
  '{"a":1,}',
  '{a:1}',
  '{"a":1}}',
  '[}',
  '{]',
  '{} {}',
  ' { "a" : [ 1 , { } ] } ',
  '\u00a01',
  '"\ud83d\ude00"',
  '1e400',
  '"\u2028"',
])('%j is judged as JSON.parse judges it', (text) => {
  expectAgreed(text)
})

test('nesting is followed so far, and no stack overflows', () => {
  const nested = (depth: number) => Buffer.from('['.repeat(depth) + ']'.repeat(depth))
  expect([500, 501, 1_000_000].map((depth) => isJson(nested(depth)))).toEqual([true, false, false])
})
