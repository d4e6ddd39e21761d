import { expect, test } from 'vitest'
import { readHeaders } from './request-headers'

test('names are in lower case, values as they came', () => {
  expect(readHeaders(['Host', 'A:1', 'x-B', ''])).toEqual(
    new Map([
      ['host', 'A:1'],
      ['x-b', ''],
    ]),
  )
})

test('every value of a name is seen, where node would show the first alone', () => {
  const twice = ['authorization', 'content-type', 'host', 'origin', 'x-console-start']
  const headers = readHeaders(twice.flatMap((name) => [name, 'a', name.toUpperCase(), 'b']))
  expect([...headers.values()]).toEqual(twice.map(() => 'a, b'))
})
