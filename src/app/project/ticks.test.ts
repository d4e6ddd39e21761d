import { expect, test } from 'vitest'
import {
  noTicks,
  shownTicked,
  toggled,
  withAll,
  withNext,
  withNone,
  withRange,
  type Ticks,
} from './ticks'

const shown = ['a', 'b', 'c', 'd', 'e']
const idsOf = ({ ids }: Ticks) => [...ids].toSorted().join('')

test('a row is ticked, and unticked by the same', () => {
  const one = toggled(noTicks, 'b')
  expect(idsOf(one)).toBe('b')
  expect(idsOf(toggled(one, 'b'))).toBe('')
})

test.each([
  ['downwards', 'b', 'd', 'bcd'],
  ['upwards', 'd', 'b', 'bcd'],
  ['to itself', 'c', 'c', 'c'],
])('a range goes %s', (_, from, to, ticked) => {
  expect(idsOf(withRange(toggled(noTicks, from), to, shown))).toBe(ticked)
})

test('a range begins at the row that was ticked last, however often it is drawn anew', () => {
  const first = withRange(toggled(noTicks, 'b'), 'd', shown)
  expect(idsOf(withRange(first, 'a', shown))).toBe('abcd')
})

test('what was unticked last unticks a range', () => {
  const all = withAll(noTicks, shown)
  expect(idsOf(withRange(toggled(all, 'b'), 'd', shown))).toBe('ae')
  // The row itself is what the keys select: WAI-ARIA authoring practices, treegrid.
  expect(idsOf(withRange(toggled(all, 'b'), 'b', shown))).toBe('abcde')
  expect(idsOf(withRange(toggled(toggled(noTicks, 'b'), 'b'), 'd', shown))).toBe('d')
})

test('without a row to begin at, a range is the row itself', () => {
  expect(idsOf(withRange(noTicks, 'c', shown))).toBe('c')
  // The row that was ticked last is filtered out meanwhile.
  expect(idsOf(withRange(toggled(noTicks, 'x'), 'c', shown))).toBe('cx')
})

test('a range leaves out what is there only for what stands below it, but for its ends', () => {
  const context = new Set(['a', 'c', 'e'])
  expect(idsOf(withRange(toggled(noTicks, 'b'), 'd', shown, context))).toBe('bd')
  expect(idsOf(withRange(toggled(noTicks, 'a'), 'e', shown, context))).toBe('abde')
})

test('a row and the next are ticked without all that lies between them and the last range', () => {
  const next = withNext(toggled(noTicks, 'a'), 'd', 'e')
  expect(idsOf(next)).toBe('ade')
  expect(idsOf(withRange(next, 'c', shown))).toBe('acde')
  // Also where the last one was unticked.
  expect(idsOf(withNext(toggled(withAll(noTicks, ['a', 'b']), 'a'), 'c', 'd'))).toBe('bcd')
})

test('what is not shown stays ticked when all that is shown is unticked', () => {
  const none = withNone(withAll(toggled(noTicks, 'x'), shown), shown)
  expect(idsOf(none)).toBe('x')
  expect(idsOf(withRange(none, 'b', shown))).toBe('bx')
})

test('all that is shown is ticked beside what was ticked before', () => {
  const ticks = withAll(toggled(noTicks, 'x'), shown)
  expect(idsOf(ticks)).toBe('abcdex')
  expect(shownTicked(ticks, shown)).toBe('all')
  expect(shownTicked(toggled(ticks, 'a'), shown)).toBe('some')
  expect(shownTicked(toggled(noTicks, 'x'), shown)).toBe('none')
  expect(shownTicked(noTicks, [])).toBe('none')
})
