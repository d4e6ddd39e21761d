import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readErrorBody } from './error-body'

const id = '3c90c3cc-0d44-4b50-8888-8dd25736052a'
const read = (body: unknown) => readErrorBody(JSON.stringify(body))

describe('the server’s own words are read where they are words', () => {
  test.each([
    ['detail', { status: 400, detail: 'The detail' }, 'The detail'],
    ['message', { status: 400, message: 'The message' }, 'The message'],
    ['error', { status: 400, error: 'Bad Request' }, 'Bad Request'],
    ['title', { title: 'The title' }, 'The title'],
    ['detail first', { title: 'D', error: 'C', message: 'B', detail: 'A' }, 'A'],
    ['message before error', { title: 'D', error: 'C', message: 'B' }, 'B'],
    ['error before title', { title: 'D', error: 'C' }, 'C'],
    ['the next where one is empty', { detail: '', message: ' \n', error: 'C' }, 'C'],
    ['the next where one is null', { detail: null, message: 'B' }, 'B'],
    ['the next where one is an object', { detail: { code: 1 }, message: 'B' }, 'B'],
    ['the next where one is a list', { detail: ['A'], message: 'B' }, 'B'],
    ['the next where one is a number', { detail: 400, title: 'D' }, 'D'],
    ['words whatever else is there', { detail: 'A', path: '/x', timestamp: 1, more: {} }, 'A'],
  ])('%s', (_, body, words) => {
    expect(read(body).detail).toBe(words)
  })

  test('up to 1,000 characters of them', () => {
    expect(read({ detail: 'x'.repeat(1000) }).detail).toHaveLength(1000)
    expect(read({ detail: 'x'.repeat(1001) }).detail).toHaveLength(1000)
  })
})

describe('a body without words says nothing', () => {
  test.each([
    ['empty', ''],
    ['white space', ' \n'],
    ['text', 'Bad Gateway'],
    ['HTML', '<html><body><h1>502 Bad Gateway</h1></body></html>'],
    ['JSON cut off', '{"detail": "The det'],
    ['a list', '[{"detail": "A"}]'],
    ['a string', '"detail"'],
    ['a number', '500'],
    ['null', 'null'],
    ['an empty object', '{}'],
    ['a byte order mark before it', '\ufeff{"detail": "A"}'],
    ['fields of other types', '{"detail": {}, "message": [], "error": 1, "title": null}'],
  ])('%s', (_, body) => {
    expect(readErrorBody(body).detail).toBeUndefined()
    expect(readErrorBody(body).existing).toBeUndefined()
  })
})

describe('who holds the key is read where the server says it', () => {
  test.each([
    ['whole', { id, key: 'A', scope: 'PROJECT' }, { id, key: 'A', scope: 'PROJECT' }],
    [
      'with more fields',
      { id, key: 'A', scope: 'X', project_id: id },
      { id, key: 'A', scope: 'X' },
    ],
    ['with nulls', { id: null, key: 'A', scope: null }, { id: null, key: 'A', scope: null }],
    ['in part', { key: 'A' }, { id: null, key: 'A', scope: null }],
    ['with an id that is none', { id: '../x', key: 'A' }, { id: null, key: 'A', scope: null }],
    ['as a list', [id], undefined],
    ['as null', null, undefined],
    ['as text', id, undefined],
  ])('%s', (_, existingVariable, existing) => {
    expect(
      read({ detail: 'Variable already exists: A', existing_variable: existingVariable }),
    ).toEqual({
      detail: 'Variable already exists: A',
      existing,
    })
  })
})

test('any text and any JSON is read without an exception, and words are never empty', () => {
  const anything = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.json(),
    fc
      .record(
        {
          detail: fc.jsonValue(),
          message: fc.jsonValue(),
          error: fc.jsonValue(),
          title: fc.jsonValue(),
          existing_variable: fc.jsonValue(),
        },
        { requiredKeys: [] },
      )
      .map((body) => JSON.stringify(body)),
  )
  fc.assert(
    fc.property(anything, (text) => {
      expect(readErrorBody(text).detail?.trim()).not.toBe('')
    }),
  )
})
