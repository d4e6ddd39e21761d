import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decodeText } from './decode-text'

// A mark of an order of bytes and a NUL are no text.
const text = fc.string({ unit: 'grapheme' }).filter((each) => !/^\uFEFF|\0/.test(each))
const bigEndian = (written: string) => Buffer.from(written, 'utf16le').swap16()

describe('a text is read as it was written', () => {
  test.each<[string, (written: string) => Buffer]>([
    ['UTF-8', (written) => Buffer.from(written)],
    ['UTF-8 with a mark', (written) => Buffer.from(`\uFEFF${written}`)],
    ['UTF-16 LE with a mark', (written) => Buffer.from(`\uFEFF${written}`, 'utf16le')],
    ['UTF-16 BE with a mark', (written) => bigEndian(`\uFEFF${written}`)],
  ])('in %s', (_, encode) => {
    fc.assert(
      fc.property(text, (written) => {
        expect(decodeText(encode(written))).toBe(written)
      }),
    )
  })
})

test.each([
  ['Windows-1252', Buffer.from('alias,source,description\r\nA,B,cl\xE9 d\x92API', 'latin1')],
  ['UTF-16 LE without a mark', Buffer.from('A=B', 'utf16le')],
  ['UTF-16 BE without a mark', bigEndian('A=B')],
  ['UTF-16 that ends in half a letter', Buffer.from('\uFEFFA', 'utf16le').subarray(0, 3)],
  ['a workbook of Excel', Buffer.from('PK\x03\x04\x14\x00\x06\x00')],
])('no text is made up of %s', (_, bytes) => expect(decodeText(bytes)).toBeUndefined())
