import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { epochMilliseconds, isTimestamp } from './timestamp'

describe('any form of RFC 3339 is read as its instant', () => {
  test.each([
    ['2023-11-07T05:31:56Z', '2023-11-07T05:31:56.000Z'],
    ['2023-11-07T05:31:56.1Z', '2023-11-07T05:31:56.100Z'],
    ['2023-11-07T05:31:56.12Z', '2023-11-07T05:31:56.120Z'],
    ['2023-11-07T05:31:56.123Z', '2023-11-07T05:31:56.123Z'],
    ['2023-11-07T05:31:56.123456Z', '2023-11-07T05:31:56.123Z'],
    ['2023-11-07T05:31:56.999999999999Z', '2023-11-07T05:31:56.999Z'],
    ['2023-11-07t05:31:56z', '2023-11-07T05:31:56.000Z'],
    ['2023-11-07 05:31:56Z', '2023-11-07T05:31:56.000Z'],
    ['2023-11-07T05:31:56+00:00', '2023-11-07T05:31:56.000Z'],
    ['2023-11-07T05:31:56-00:00', '2023-11-07T05:31:56.000Z'],
    ['2023-11-07T05:31:56.5+05:30', '2023-11-07T00:01:56.500Z'],
    ['2023-11-07T05:31:56-23:59', '2023-11-08T05:30:56.000Z'],
    ['2024-02-29T00:00:00Z', '2024-02-29T00:00:00.000Z'],
    ['2000-02-29T00:00:00Z', '2000-02-29T00:00:00.000Z'],
    ['0000-01-01T00:00:00Z', '0000-01-01T00:00:00.000Z'],
    ['9999-12-31T23:59:59Z', '9999-12-31T23:59:59.000Z'],
    ['2016-12-31T23:59:60Z', '2017-01-01T00:00:00.000Z'],
    ['2016-12-31T23:59:60.5Z', '2017-01-01T00:00:00.500Z'],
    ['2017-01-01T05:29:60+05:30', '2017-01-01T00:00:00.000Z'],
  ])('%s', (text, instant) => {
    expect(epochMilliseconds(text)).toBe(Date.parse(instant))
  })
})

describe('what is not a date and time of RFC 3339 is refused', () => {
  test.each([
    [''],
    ['2023-11-07'],
    ['2023-11-07T05:31:56'],
    ['2023-11-07T05:31Z'],
    ['2023-11-07T05:31:56.Z'],
    ['2023-11-07T05:31:56,5Z'],
    ['2023-11-07T05:31:56+0000'],
    ['2023-11-07T05:31:56+00'],
    ['2023-11-07T05:31:56+24:00'],
    ['2023-11-07T05:31:56+00:60'],
    ['2023-11-07T24:00:00Z'],
    ['2023-11-07T05:60:00Z'],
    ['2023-11-07T05:31:61Z'],
    ['2016-12-31T12:00:60Z'],
    ['2016-12-31T23:59:60+01:00'],
    ['2023-02-29T00:00:00Z'],
    ['1900-02-29T00:00:00Z'],
    ['2023-02-30T00:00:00Z'],
    ['2023-04-31T00:00:00Z'],
    ['2023-13-01T00:00:00Z'],
    ['2023-00-01T00:00:00Z'],
    ['2023-01-00T00:00:00Z'],
    ['23-11-07T05:31:56Z'],
    ['+012023-11-07T05:31:56Z'],
    ['2023-11-07T05:31:56Z\n'],
    [' 2023-11-07T05:31:56Z'],
    ['2023-11-07\t05:31:56Z'],
    ['٢٠٢٣-11-07T05:31:56Z'],
    ['1699335116'],
    ['Tue, 07 Nov 2023 05:31:56 GMT'],
  ])('%j', (text) => {
    expect(epochMilliseconds(text)).toBeUndefined()
  })
})

test('every instant that a Date can write with four digits of year is read back', () => {
  const date = fc.date({
    min: new Date('0000-01-01T00:00:00.000Z'),
    max: new Date('9999-12-31T23:59:59.999Z'),
    noInvalidDate: true,
  })
  fc.assert(
    fc.property(date, (instant) => {
      expect(epochMilliseconds(instant.toISOString())).toBe(instant.getTime())
    }),
  )
})

test('any string is judged without an exception, and never read as no number', () => {
  const nearly = fc.stringMatching(
    /^\d{4}-[01]\d-[0-3]\d[Tt ][0-2]\d:[0-6]\d:[0-6]\d(\.\d{1,9})?([Zz]|[+-][0-2]\d:[0-6]\d)$/,
  )
  fc.assert(
    fc.property(fc.oneof(nearly, fc.string({ unit: 'binary' })), (text) => {
      expect(epochMilliseconds(text)).not.toBeNaN()
      expect(isTimestamp(text)).toBe(epochMilliseconds(text) !== undefined)
    }),
  )
})
