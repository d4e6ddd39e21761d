import { expect, test } from 'vitest'
import { ApiError } from '../../qovery/errors'
import { testId } from '../../qovery/test-secrets'
import { readLists } from './read-lists'

const owners = Array.from({ length: 60 }, (_, index) => ({
  kind: 'application' as const,
  id: testId(index),
}))
const http = (status: number) => new ApiError({ kind: 'http', sent: true, status })
const settled = () => new Promise((resolve) => setTimeout(resolve))

/** Reads that are answered when a test wants it. */
const heldReads = () => {
  const held: { id: string; signal: AbortSignal; answer: (error?: Error) => void }[] = []
  const read = ({ id }: { id: string }, signal: AbortSignal) =>
    new Promise<void>((resolve, reject) => {
      held.push({ id, signal, answer: (error) => (error ? reject(error) : resolve()) })
    })
  return { held, read }
}

test('at most four lists are asked for at a time, and each once', async () => {
  const { held, read } = heldReads()
  const reader = readLists(owners, read)
  for (let answered = 0; answered < owners.length; answered += 1) {
    expect(held.length - answered).toBeLessThanOrEqual(4)
    held[answered]?.answer()
    await settled()
  }
  expect(reader.store.read().status).toBe('done')
  expect(new Set(held.map(({ id }) => id)).size).toBe(60)
})

test('what may not be read is counted, and what failed can be asked for again', async () => {
  let broken = true
  const reader = readLists(owners, ({ id }) => {
    const index = owners.findIndex((owner) => owner.id === id)
    if (index % 10 === 0) return Promise.reject(http(403))
    if (index % 10 === 1 && broken) return Promise.reject(http(500))
    return Promise.resolve()
  })
  await settled()
  const counts = () => {
    const { status, outcomes } = reader.store.read()
    const of = (wanted: string) => [...outcomes.values()].filter((each) => each === wanted).length
    return [status, of('read'), of('refused'), of('failed')]
  }
  expect(counts()).toEqual(['done', 48, 6, 6])
  broken = false
  reader.retry()
  await settled()
  expect(counts()).toEqual(['done', 54, 6, 0])
})

test('where the server asks to wait, it pauses with nothing lost, and goes on when told', async () => {
  let limited = false
  let calls = 0
  const reader = readLists(owners, () => {
    calls += 1
    if (calls === 30) limited = true
    return limited ? Promise.reject(http(429)) : Promise.resolve()
  })
  await settled()
  const { status, isLimited, outcomes } = reader.store.read()
  expect([status, isLimited]).toEqual(['paused', true])
  expect(outcomes.size).toBeGreaterThan(20)
  const before = calls
  await settled()
  expect(calls).toBe(before)
  limited = false
  reader.resume()
  await settled()
  expect(reader.store.read().status).toBe('done')
  expect([...reader.store.read().outcomes.values()].every((each) => each === 'read')).toBe(true)
  expect(reader.store.read().outcomes.size).toBe(60)
})

test('a pause lets in what was asked for, and a cancellation nothing', async () => {
  const { held, read } = heldReads()
  const reader = readLists(owners, read)
  reader.pause()
  for (const { answer } of held) answer()
  await settled()
  expect(held).toHaveLength(4)
  expect(reader.store.read()).toMatchObject({ status: 'paused', isLimited: false })
  expect(reader.store.read().outcomes.size).toBe(4)
  reader.resume()
  expect(held).toHaveLength(8)
  reader.cancel()
  expect(held.slice(4).every(({ signal }) => signal.aborted)).toBe(true)
  for (const { answer } of held) answer()
  await settled()
  expect(held).toHaveLength(8)
  expect(reader.store.read().status).toBe('cancelled')
  expect(reader.store.read().outcomes.size).toBe(4)
})

test('nothing to read is done at once', () => {
  expect(readLists([], () => Promise.resolve()).store.read().status).toBe('done')
})
