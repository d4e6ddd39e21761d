import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as z from 'zod/mini'
import { secret, secretList } from './schema'
import { indexSecrets } from '../rules/secret-index'
import { testId } from './test-secrets'

const good = (number: number) => ({
  id: testId(number),
  created_at: '2024-02-29T12:00:00Z',
  key: `KEY_${number}`,
  scope: 'PROJECT',
})
const odd = { ...good(9), key: 'ODD' }
const link = { id: testId(1), key: 'KEY_1', scope: 'PROJECT' }
const read = (...results: unknown[]) => z.parse(secretList, { results })
const between = (entry: unknown) => read(good(1), entry, good(2))
const alone = (entry: unknown) => z.parse(secret, entry)

test.each([[undefined], [null], [''], ['[]'], [7], [[]], [[good(1)]]])(
  'a body that is no object is no list: %j',
  (body) => expect(z.safeParse(secretList, body).success).toBe(false),
)

test.each([[''], [0], [{}], [{ 0: good(1), length: 1 }]])(
  'results that are no array are no list: %j',
  (results) => expect(z.safeParse(secretList, { results }).success).toBe(false),
)

test('a list may lack its results', () => {
  for (const body of [{}, { results: null }]) {
    expect(z.parse(secretList, body)).toEqual({ results: [], unreadable: [] })
  }
})

describe('an entry with a field that is only shown and not as described is kept without it', () => {
  test.each([
    ['updated_at', ''],
    ['created_at', 'yesterday'],
    ['service_id', ''],
    ['service_id', '../..'],
    ['service_type', 4],
    ['description', 5],
    ['owned_by', {}],
    ['enable_interpolation_in_file', 'true'],
  ])('%s %j', (name, value) => {
    const { results, unreadable } = between({ ...odd, [name]: value })
    expect(results[1]).toEqual({ ...alone(odd), [name]: null, unread: [name] })
    expect(unreadable).toEqual([])
  })

  test('aliased_secret without a scope', () => {
    const { results } = between({ ...odd, aliased_secret: { id: testId(1), key: 'KEY_1' } })
    expect(results[1]?.aliased_secret).toMatchObject({ id: testId(1), scope: null })
  })

  test('words that nobody knows yet are what they are', () => {
    const newer = { scope: 'GALAXY', variable_type: 'WISH', service_type: 'ROBOT' }
    expect(between({ ...odd, ...newer }).results[1]).toEqual({ ...alone(odd), ...newer })
  })
})

describe('an entry that is not known by what it must have takes no other along', () => {
  const said = { why: 'unlike', id: odd.id, name: 'ODD', tiedTo: [] }
  test.each([
    ['null', null, { id: null, name: null }],
    ['an array', [odd], { id: null, name: null }],
    ['a text', 'ODD', { id: null, name: null }],
    ['a number', 5, { id: null, name: null }],
    ['an empty object', {}, { id: null, name: null }],
    ['without a key', { ...odd, key: undefined }, { name: null }],
    ['with a number for its key', { ...odd, key: 5 }, { name: '5' }],
    ['with an object for its key', { ...odd, key: {} }, { name: null }],
    ['with a number for its id', { ...odd, id: 12_345 }, { id: '12345' }],
    ['with a path for its id', { ...odd, id: '../..' }, { id: '../..' }],
    ['with an id in capitals that is none', { ...odd, id: 'X-1' }, { id: 'x-1' }],
    ['without a scope', { ...odd, scope: null }, {}],
    ['with a number for its type', { ...odd, variable_type: 7 }, {}],
    ['tied to a text', { ...odd, aliased_secret: 'KEY_1' }, {}],
    [
      'tied to what has no key',
      { ...odd, aliased_secret: { ...link, key: null } },
      { tiedTo: [link.id] },
    ],
    [
      'tied to what has no id',
      { ...odd, overridden_secret: { ...link, id: '../..' } },
      { tiedTo: ['../..'] },
    ],
  ])('%s', (_, entry, differs) => {
    const { results, unreadable } = between(entry)
    expect(results).toEqual([alone(good(1)), alone(good(2))])
    expect(unreadable).toEqual([{ ...said, ...differs }])
  })
})

describe('an id that stands twice', () => {
  test('with the same is said to be repeated, and casts no doubt', () => {
    const list = read(good(1), { ...good(1), id: good(1).id.toUpperCase() })
    expect(list.results).toHaveLength(1)
    expect(list.unreadable).toMatchObject([{ why: 'repeated', name: 'KEY_1' }])
    expect(indexSecrets(list)).toMatchObject({ unreadableIds: new Set(), keyless: 0 })
  })

  test('with something else is doubtful under both of its keys', () => {
    const list = read(good(1), { ...good(1), key: 'OTHER' })
    expect(list.results).toMatchObject([{ key: 'KEY_1' }])
    expect(list.unreadable).toMatchObject([{ why: 'contrary', name: 'OTHER' }])
    expect(indexSecrets(list)).toMatchObject({
      unreadableIds: new Set([testId(1)]),
      unreadableKeys: new Set(['OTHER']),
    })
  })
})

test('names of object members are names like others, and reach nothing', () => {
  const list: unknown = JSON.parse(
    `{"results":[{"__proto__":{"polluted":1},"constructor":2,"key":"__proto__","id":"constructor"},${JSON.stringify({ ...good(1), key: '__proto__' })}]}`,
  )
  const { results, unreadable } = z.parse(secretList, list)
  expect(results).toMatchObject([{ key: '__proto__' }])
  expect(unreadable).toMatchObject([{ id: 'constructor', name: '__proto__' }])
  expect('polluted' in {}).toBe(false)
  expect(indexSecrets({ results, unreadable }).byKey.get('__proto__')).toHaveLength(1)
})

test('10,000 entries that cannot be read are read in their turn', () => {
  const { results, unreadable } = read(
    ...Array.from({ length: 10_000 }, (_, index) => ({ ...odd, id: index })),
    good(1),
  )
  expect(results).toHaveLength(1)
  expect(unreadable).toHaveLength(10_000)
})

test('in any mixture every good entry is decoded as it is alone, and none is lost count of', () => {
  const anything = fc.oneof(
    fc.jsonValue(),
    fc.record(
      {
        id: fc.oneof(fc.constantFrom(testId(1), testId(2)), fc.jsonValue()),
        created_at: fc.oneof(fc.constant('2024-02-29T12:00:00Z'), fc.jsonValue()),
        updated_at: fc.jsonValue(),
        key: fc.oneof(fc.constantFrom('KEY_1', '__proto__'), fc.jsonValue()),
        scope: fc.oneof(fc.constant('PROJECT'), fc.jsonValue()),
        aliased_secret: fc.oneof(fc.constant(link), fc.jsonValue()),
        description: fc.jsonValue(),
      },
      { requiredKeys: [] },
    ),
  )
  const entries = fc.array(
    fc.oneof(
      fc.nat(30).map((number) => ({ isGood: true, entry: good(100 + number) as unknown })),
      anything.map((entry) => ({ isGood: false, entry })),
    ),
  )
  fc.assert(
    fc.property(entries, (given) => {
      const list = read(...given.map(({ entry }) => entry))
      expect(list.results.length + list.unreadable.length).toBe(given.length)
      const byId = new Map(list.results.map((each) => [each.id, each]))
      expect(byId.size).toBe(list.results.length)
      for (const { isGood, entry } of given) {
        if (!isGood) continue
        const decoded = alone(entry)
        expect(byId.get(decoded.id)).toEqual(decoded)
      }
      // What is read of an odd one is what it is alone, too.
      for (const each of list.results)
        expect(given.some(({ entry }) => isSame(z.safeParse(secret, entry).data, each))).toBe(true)
    }),
    { numRuns: 500 },
  )
})

const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)
