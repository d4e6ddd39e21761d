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

test.each([
  ['ArrowDown', 0, 1],
  ['ArrowDown', 4, 4],
  ['ArrowUp', 0, 0],
  ['ArrowUp', 3, 2],
  ['PageDown', 0, 4],
  ['PageUp', 4, 0],
  ['Home', 3, 0],
  ['End', 1, 4],
  ['ArrowRight', 0, 1],
  ['ArrowRight', 2, undefined],
  ['ArrowRight', 4, undefined],
  ['ArrowLeft', 2, 1],
  ['ArrowLeft', 0, undefined],
  ['ArrowLeft', 3, undefined],
  ['ArrowLeft', 4, undefined],
  ['x', 1, undefined],
] as const)('%s at row %i moves to %s', (key, index, target) => {
  expect(keyTarget(key, index, rows)).toBe(target)
})
