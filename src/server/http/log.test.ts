import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { gatherLines, moment } from './log'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('lines of one moment are written together, after what is done in it, and once', () => {
  const written: string[] = []
  const log = gatherLines((text) => written.push(text))
  log.line('a')
  log.line('b')
  expect(written).toEqual([])
  vi.advanceTimersByTime(moment)
  expect(written).toEqual(['a\nb\n'])
  log.line('c')
  log.flush()
  vi.advanceTimersByTime(moment)
  expect(written).toEqual(['a\nb\n', 'c\n'])
})
