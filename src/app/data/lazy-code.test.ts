import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { lazyCode } from './lazy-code'

const reached = vi.fn<typeof fetch>()
beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('fetch', reached.mockResolvedValue(new Response()))
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

/** Code that cannot be had so many times. */
const lostFor = (times: number) => {
  let asked = 0
  const code = lazyCode(async () => {
    asked += 1
    if (asked <= times) throw new TypeError('lost')
    return 'code'
  })
  return { code, asked: () => asked }
}

test('code that was lost is asked for until it is there, ever more seldom, and not again after', async () => {
  const { code, asked } = lostFor(4)
  const got = code.get()
  await vi.advanceTimersByTimeAsync(1)
  // A connection that broke by chance: at once.
  expect(asked()).toBe(2)
  await vi.advanceTimersByTimeAsync(2000)
  expect(asked()).toBe(3)
  await vi.advanceTimersByTimeAsync(3000)
  expect(asked()).toBe(3)
  await vi.advanceTimersByTimeAsync(9000)
  await expect(got).resolves.toBe('code')
  await code.get()
  await code.soon()
  expect(asked()).toBe(5)
})

test('who waits for it is told as soon as it cannot be had', async () => {
  const { code } = lostFor(2)
  const refused = code.soon().catch(String)
  await vi.advanceTimersByTimeAsync(10)
  expect(await refused).toContain('missing')
})

test('who asks for it again does not wait for its turn', async () => {
  const { code } = lostFor(2)
  void code.get()
  await vi.advanceTimersByTimeAsync(10)
  const got = code.soon()
  await vi.advanceTimersByTimeAsync(0)
  expect(await got).toBe('code')
})

test('who waits for code that never comes is told after four seconds, and it is there once it comes', async () => {
  let arrive: (code: string) => void = () => undefined
  const file = new Promise<string>((resolve) => {
    arrive = resolve
  })
  const code = lazyCode(() => file)
  const refused = code.soon().catch(String)
  await vi.advanceTimersByTimeAsync(4000)
  expect(await refused).toContain('missing')
  arrive('code')
  await expect(code.soon()).resolves.toBe('code')
})
