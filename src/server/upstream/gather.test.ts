import { expect, test } from 'vitest'
import { createGatherer, TooLongError } from './gather'

test('pieces become one, in order, up to the limit and not a byte beyond', () => {
  const gatherer = createGatherer(6)
  for (const piece of ['ab', '', 'c', 'def']) gatherer.add(Buffer.from(piece))
  expect([gatherer.whole().toString(), gatherer.length]).toEqual(['abcdef', 6])
  expect(() => gatherer.add(Buffer.from('g'))).toThrow(TooLongError)
  expect(createGatherer(0).whole()).toHaveLength(0)
})

test('a piece is copied, so that nothing of what it came in is held', () => {
  const gatherer = createGatherer(100)
  const read = Buffer.from('abcd')
  gatherer.add(read.subarray(1, 3))
  read.fill('x')
  expect(gatherer.whole().toString()).toBe('bc')
})

test('a megabyte in pieces of one byte takes no more room than twice what it holds', () => {
  const gatherer = createGatherer(1024 ** 2)
  for (let count = 0; count < 1024 ** 2; count += 1) gatherer.add(Buffer.alloc(64).subarray(0, 1))
  expect(gatherer.whole().buffer.byteLength).toBeLessThanOrEqual(2 * 1024 ** 2)
})
