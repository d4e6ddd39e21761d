import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isToken, parseToken } from './token'

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
  ['with a name before it', `QOVERY_API_TOKEN=${token}`, `Token ${token}`],
  ['with a shell’s assignment', `export QOVERY_API_TOKEN="${token}";`, `Token ${token}`],
  ['with PowerShell’s', `$env:QOVERY_API_TOKEN = '${token}'`, `Token ${token}`],
  ['with cmd’s', `set "QOVERY_CLI_ACCESS_TOKEN=${token}"`, `Token ${token}`],
  ['with docker’s', `-e QOVERY_API_TOKEN=${token}`, `Token ${token}`],
  ['with YAML’s', `- token: ${token}`, `Token ${token}`],
  ['with JSON’s', `"token": "${token}",`, `Token ${token}`],
  ['with curl’s option', `--header 'Authorization: Token ${token}' `, `Token ${token}`],
  ['with a header in an assignment', `export H="Authorization: Token ${token}"`, `Token ${token}`],
  ['in quotes', `"${token}"`, `Token ${token}`],
  ['in quotes of a word processor', `“${token}”`, `Token ${token}`],
  ['in backticks', ` \`${token}\` `, `Token ${token}`],
  ['in angle brackets', `<${token}>`, `Token ${token}`],
  ['with a zero-width space', `qov_4fT9\u200BxY2kLm8nPq`, `Token ${token}`],
  ['with a byte order mark and a soft hyphen', `\uFEFFqov_4fT9xY2k\u00ADLm8nPq`, `Token ${token}`],
  ['between no-break spaces', `\u00A0${token}\u00A0`, `Token ${token}`],
  ['that ends in equals signs', 'YWJjZGVmZw==', 'Token YWJjZGVmZw=='],
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
  ['one quote', `"${token}`],
  ['two assignments', `A=${token} B=${token}`],
  ['more layers than anybody copies', `${'"'.repeat(50_000)}${token}${'"'.repeat(50_000)}`],
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

test('a header holds a token as it stands, and nothing around it', () => {
  expect([token, jwt].every(isToken)).toBe(true)
  const wrapped = [
    `"${token}"`,
    `A=${token}`,
    `Token ${token}`,
    ` ${token}`,
    `${token}\u200B`,
    'qov_1',
  ]
  expect(wrapped.filter(isToken)).toEqual([])
})
