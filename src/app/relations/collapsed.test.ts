import { expect, test } from 'vitest'
import { collapse, collapsedIn, nothingCollapsed } from './collapsed'
import { wholeList } from './view'

const narrowed = { ...wholeList, search: 'pgpass' }
const filtered = { ...wholeList, orphaned: true }
const ids = (...asked: Parameters<typeof collapsedIn>) => [...collapsedIn(...asked)]

const before = collapse(nothingCollapsed, wholeList, 'db', true)

test('what was collapsed in the whole list is open while a search or a filter narrows it', () => {
  expect(ids(before, wholeList)).toEqual(['db'])
  expect(ids(before, narrowed)).toEqual([])
  expect(ids(before, filtered)).toEqual([])
})

test('what is collapsed during a search stays so until another one, and the whole list is as before', () => {
  const during = collapse(before, narrowed, 'tls', true)
  expect(ids(during, narrowed)).toEqual(['tls'])
  expect(ids(during, { ...narrowed, sort: 'updated', descending: true })).toEqual(['tls'])
  expect(ids(during, { ...narrowed, search: 'pgpassword' })).toEqual([])
  expect(ids(during, wholeList)).toEqual(['db'])
  expect(ids(collapse(during, narrowed, 'tls', false), narrowed)).toEqual([])
})

test('white space alone narrows nothing', () => {
  expect(ids(before, { ...wholeList, search: ' ' })).toEqual(['db'])
})

test('the same view has the same set, so that nothing is re-rendered', () => {
  expect(collapsedIn(before, narrowed)).toBe(collapsedIn(before, filtered))
  expect(collapsedIn(before, wholeList)).toBe(collapsedIn(before, wholeList))
})
