import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { idleLimit, idleWarning, watchIdle } from './idle'

let target: EventTarget
const onWarning = vi.fn<(warn: boolean) => void>()
const onIdle = vi.fn<() => void>()
let stop: () => void
let used: boolean

beforeEach(() => {
  vi.useFakeTimers()
  target = new EventTarget()
  used = false
  stop = watchIdle({ target, onWarning, onIdle, isUsed: () => used })
})
afterEach(() => {
  stop()
  vi.useRealTimers()
  vi.resetAllMocks()
})

test('the end is said a minute before it comes, once', () => {
  vi.advanceTimersByTime(idleLimit - idleWarning - 1000)
  expect(onWarning).not.toHaveBeenCalled()
  vi.advanceTimersByTime(30_000)
  expect(onWarning.mock.calls).toEqual([[true]])
  expect(onIdle).not.toHaveBeenCalled()
})

test('fifteen minutes without a key or a pointer end it, once', () => {
  vi.advanceTimersByTime(idleLimit * 3)
  expect(onIdle).toHaveBeenCalledOnce()
})

test('a key in the last minute takes the warning back and starts anew', () => {
  vi.advanceTimersByTime(idleLimit - 1000)
  target.dispatchEvent(new Event('keydown'))
  expect(onWarning.mock.calls).toEqual([[true], [false]])
  vi.advanceTimersByTime(idleLimit - 1000)
  expect(onIdle).not.toHaveBeenCalled()
})

test('a page that scrolls by itself is no sign of anybody, a wheel is', () => {
  vi.advanceTimersByTime(idleLimit - 1000)
  target.dispatchEvent(new Event('scroll'))
  expect(onWarning.mock.calls).toEqual([[true]])
  target.dispatchEvent(new Event('wheel'))
  expect(onWarning.mock.calls).toEqual([[true], [false]])
})

test('a computer that slept past the limit wakes up to an ended session, even when a key wakes it', () => {
  vi.setSystemTime(Date.now() + idleLimit * 2)
  target.dispatchEvent(new Event('keydown'))
  expect(onIdle).toHaveBeenCalledOnce()
})

test('a clock that is set back puts nothing off', () => {
  vi.setSystemTime(Date.now() - idleLimit * 4)
  vi.advanceTimersByTime(idleLimit - idleWarning)
  expect(onWarning.mock.calls).toEqual([[true]])
  vi.advanceTimersByTime(idleWarning)
  expect(onIdle).toHaveBeenCalledOnce()
})

test('what uses the token keeps it however long it takes, and the fifteen minutes begin once nothing does', () => {
  used = true
  vi.advanceTimersByTime(idleLimit * 100)
  expect(onWarning).not.toHaveBeenCalled()
  used = false
  vi.advanceTimersByTime(idleLimit - 1000)
  expect(onWarning.mock.calls).toEqual([[true]])
  expect(onIdle).not.toHaveBeenCalled()
  vi.advanceTimersByTime(2000)
  expect(onIdle).toHaveBeenCalledOnce()
})

test('what begins to use it in the last minute takes the warning back', () => {
  vi.advanceTimersByTime(idleLimit - 10_000)
  used = true
  vi.advanceTimersByTime(60_000)
  expect(onWarning.mock.calls).toEqual([[true], [false]])
})

test('what uses it keeps it for nobody who wakes a computer up', () => {
  used = true
  vi.advanceTimersByTime(60_000)
  vi.setSystemTime(Date.now() + idleLimit * 2)
  target.dispatchEvent(new Event('keydown'))
  expect(onIdle).toHaveBeenCalledOnce()
})
