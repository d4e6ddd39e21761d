import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseToken } from './token'

const token = 'qov_4fT9xY2kLm8nPq'
const jwt = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl'

test.each([
  ['bare', token, `Token ${token}`],
  ['with its scheme', `Token ${token}`, `Token ${token}`],
  ['with its scheme in small letters', `token   ${token}`, `Token ${token}`],
  ['with its header name', `Authorization: Token ${token}`, `Token ${token}`],
  ['with a line break at its end', `${token}\r\n`, `Token ${token}`],
  ['of the old kind without a prefix', 'a1b2c3d4-e5f6', 'Token a1b2c3d4-e5f6'],
  ['a JWT', jwt, `Bearer ${jwt}`],
  ['a JWT with its scheme', `Bearer ${jwt}`, `Bearer ${jwt}`],
  ['a JWT with the wrong scheme', `Token ${jwt}`, `Bearer ${jwt}`],
  ['an API token with the wrong scheme', `Bearer ${token}`, `Token ${token}`],
])('a token %s is understood', (_, pasted, authorization) => {
  expect(parseToken(pasted)).toMatchObject({ ok: true, authorization })
})

test.each([
  ['nothing', ''],
  ['white space', ' \n'],
  ['only a scheme', 'Token '],
  ['two tokens', `${token} ${token}`],
  ['a header smuggled behind it', `${token}\r\nX-Evil: 1`],
  ['quotes', `"${token}"`],
  ['non-ASCII', `${token}é`],
  ['a control character', `${token}\u0000`],
  ['too short', 'qov_1'],
  ['too long', 'q'.repeat(4097)],
])('%s is refused before it goes anywhere', (_, pasted) => {
  expect(parseToken(pasted).ok).toBe(false)
})

test('whatever passes is one header value, and no problem repeats what was pasted', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 8, unit: 'binary' }), (pasted) => {
      const parsed = parseToken(pasted)
      return parsed.ok
        ? /^(Token|Bearer) [\x21-\x7e]+$/.test(parsed.authorization)
        : pasted.trim() === '' || !parsed.problem.includes(pasted.trim())
    }),
  )
})
