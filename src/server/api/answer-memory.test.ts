import { afterEach, expect, test, vi } from 'vitest'
import { answerLifetime, createAnswerMemory } from './answer-memory'

afterEach(() => {
  vi.useRealTimers()
})

const entry = (body: string) => ({ print: 'p', answer: { status: 201, body } })

test('an answer is kept for ten minutes and not longer', () => {
  vi.useFakeTimers()
  const memory = createAnswerMemory()
  memory.keep('a', entry('1'))
  vi.advanceTimersByTime(answerLifetime - 1)
  expect(memory.restore('a')?.answer).toEqual({ status: 201, body: '1' })
  vi.advanceTimersByTime(1)
  expect(memory.restore('a')).toBeUndefined()
})

test('the oldest answers go where there are too many', () => {
  const memory = createAnswerMemory({ entries: 2, characters: 100 })
  for (const key of ['a', 'b', 'c']) memory.keep(key, entry(key))
  expect(['a', 'b', 'c'].map((key) => memory.restore(key) !== undefined)).toEqual([
    false,
    true,
    true,
  ])
})

test('the oldest answers go where they are too long together', () => {
  const memory = createAnswerMemory({ entries: 100, characters: 10 })
  memory.keep('a', entry('x'.repeat(6)))
  memory.keep('b', entry('x'.repeat(6)))
  expect(memory.restore('a')).toBeUndefined()
  expect(memory.restore('b')).toBeDefined()
})

test('an answer on its way is not forgotten for others', async () => {
  const memory = createAnswerMemory({ entries: 1, characters: 10 })
  memory.expect('a', { print: 'p', answer: Promise.resolve({ status: 201, body: 'late' }) })
  memory.keep('b', entry('x'))
  memory.keep('c', entry('x'))
  expect(await memory.restore('a')?.answer).toEqual({ status: 201, body: 'late' })
  memory.stopExpecting('a')
  expect(memory.restore('a')).toBeUndefined()
})
