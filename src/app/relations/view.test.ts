import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  filtersInUse,
  fromSearch,
  isNarrowed,
  sortings,
  toSearch,
  wholeList,
  type View,
} from './view'

// Whole characters: an address cannot carry half a surrogate pair.
const text = fc.string({ unit: 'binary' })
const view: fc.Arbitrary<View> = fc.record({
  search: text,
  type: text,
  scope: text,
  owner: text,
  hasAliases: fc.boolean(),
  orphaned: fc.boolean(),
  overriding: fc.boolean(),
  inherited: fc.boolean(),
  sort: fc.constantFrom(...sortings),
  descending: fc.boolean(),
})

test('a view that went through an address is the same view', () => {
  fc.assert(
    fc.property(view, (each) => {
      expect(fromSearch(toSearch(each))).toEqual(each)
    }),
  )
})

test('any address is read as some view that has an address of its own', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (search) => {
      const read = fromSearch(search)
      expect(fromSearch(toSearch(read))).toEqual(read)
    }),
  )
})

test('the whole list needs no parameters', () => {
  expect(toSearch(wholeList)).toBe('')
  expect(fromSearch('')).toEqual(wholeList)
})

describe('what cannot be read is as usual', () => {
  test.each(['?sort=color', '?sort=-', '?aliases=yes&orphaned=', '?unknown=1', '?%E0%A4%A'])(
    '%s',
    (search) => expect(fromSearch(search)).toEqual(wholeList),
  )
})

test('a filter is in use where it leaves something out', () => {
  const others = { search: 'x', inherited: true, sort: 'updated', descending: true } as const
  expect(filtersInUse({ ...wholeList, ...others })).toBe(0)
  expect(filtersInUse({ ...wholeList, scope: 'PROJECT', orphaned: true })).toBe(2)
})

test('white space and an order leave nothing out', () => {
  expect(isNarrowed({ ...wholeList, search: '  ', sort: 'updated' })).toBe(false)
  expect(isNarrowed({ ...wholeList, search: 'x' })).toBe(true)
  expect(isNarrowed({ ...wholeList, orphaned: true })).toBe(true)
})
