import { afterEach, expect, test, vi } from 'vitest'
import { whenOrphaned } from './orphaned'

afterEach(() => vi.useRealTimers())

const watch = (first: number, parents: readonly number[], name = 'systemd\n') => {
  vi.useFakeTimers()
  const left = [...parents]
  const stop = vi.fn<() => void>()
  whenOrphaned(stop, {
    first,
    now: () => (left.length > 1 ? left.shift() : left[0]) ?? 0,
    nameOfFirst: () => name,
  })
  return stop
}

test('whose parent goes later is stopped then, once', () => {
  const stop = watch(7, [7, 7, 1])
  expect(stop).not.toHaveBeenCalled()
  vi.advanceTimersByTime(1000)
  expect(stop).toHaveBeenCalledOnce()
})

test.each([
  ['while it started', 7, [1], 'systemd\n'],
  ['before anybody could look', 1, [1], 'systemd\n'],
  ['before anybody could look, where nothing is told of the first process', 1, [1], ''],
])('whose parent has gone %s is stopped at once', (_, first, parents, name) => {
  expect(watch(first, parents, name)).toHaveBeenCalledOnce()
})

test.each(['npm start\n', 'pnpm\n', 'node\n', 'MainThread\n'])(
  'whose parent is the first process of a container, %j, is not',
  (name) => {
    const stop = watch(1, [1], name)
    vi.advanceTimersByTime(1000)
    expect(stop).not.toHaveBeenCalled()
  },
)
