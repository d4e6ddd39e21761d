import { expect, test } from 'vitest'
import { keyTarget } from './key-target'

// A, with B below it and C below that; D; E, collapsed.
const rows = [
  { level: 1, expanded: true },
  { level: 2, expanded: true },
  { level: 3, expanded: undefined },
  { level: 1, expanded: undefined },
  { level: 1, expanded: false },
]
const cells = 4

test.each([
  ['ArrowDown', 0, 1],
  ['ArrowDown', 4, 4],
  ['ArrowUp', 0, 0],
  ['ArrowUp', 3, 2],
  ['PageDown', 0, 4],
  ['PageUp', 4, 0],
  ['Home', 3, 0],
  ['End', 1, 4],
  ['ArrowRight', 4, undefined],
  ['ArrowLeft', 2, 1],
  ['ArrowLeft', 0, undefined],
  ['ArrowLeft', 3, undefined],
  ['ArrowLeft', 4, undefined],
  ['x', 1, undefined],
] as const)('%s at row %i moves to row %s', (key, row, target) => {
  expect(keyTarget({ key }, { row, cell: undefined }, rows, cells)).toEqual(
    target === undefined ? undefined : { row: target, cell: undefined },
  )
})

test.each([
  // From a row into it, and through it.
  ['ArrowRight', 0, undefined, 0, 0],
  ['ArrowRight', 3, undefined, 3, 0],
  ['ArrowRight', 4, 1, 4, 2],
  ['ArrowRight', 4, 3, 4, 3],
  ['ArrowLeft', 4, 3, 4, 2],
  // From its first cell back to the row.
  ['ArrowLeft', 2, 0, 2, undefined],
  ['Home', 3, 2, 3, 0],
  ['End', 3, 2, 3, 3],
  // Rows change, the column stays.
  ['ArrowDown', 1, 2, 2, 2],
  ['ArrowUp', 1, 2, 0, 2],
  ['PageDown', 1, 2, 4, 2],
  ['PageUp', 4, 2, 0, 2],
] as const)('%s at row %i, cell %s moves to row %i, cell %s', (key, row, cell, toRow, toCell) => {
  expect(keyTarget({ key }, { row, cell }, rows, cells)).toEqual({ row: toRow, cell: toCell })
})

test.each([
  ['Home', 3, undefined, 0, undefined],
  ['End', 1, undefined, 4, undefined],
  ['Home', 3, 2, 0, 2],
  ['End', 1, 2, 4, 2],
] as const)('Ctrl %s at row %i, cell %s moves to row %i, cell %s', (key, row, cell, to, toCell) => {
  expect(keyTarget({ key, ctrl: true }, { row, cell }, rows, cells)).toEqual({
    row: to,
    cell: toCell,
  })
})

test('with Ctrl, no other key moves anything', () => {
  for (const key of ['ArrowDown', 'ArrowRight', 'PageDown'])
    expect(keyTarget({ key, ctrl: true }, { row: 1, cell: 1 }, rows, cells)).toBeUndefined()
})
