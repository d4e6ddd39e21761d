import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { idleLimit, idleWarning, unattendedLimit, watchIdle } from './idle'

let target: EventTarget
const onWarning = vi.fn<(warn: boolean) => void>()
const onIdle = vi.fn<() => void>()
let stop: () => void
let needed: boolean

beforeEach(() => {
  vi.useFakeTimers()
  target = new EventTarget()
  needed = false
  stop = watchIdle({ target, onWarning, onIdle, isNeeded: () => needed })
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

test('what needs the token keeps it, and the fifteen minutes begin once nothing does', () => {
  needed = true
  vi.advanceTimersByTime(unattendedLimit / 2)
  expect(onWarning).not.toHaveBeenCalled()
  needed = false
  vi.advanceTimersByTime(idleLimit - 1000)
  expect(onWarning.mock.calls).toEqual([[true]])
  expect(onIdle).not.toHaveBeenCalled()
  vi.advanceTimersByTime(2000)
  expect(onIdle).toHaveBeenCalledOnce()
})

test('what begins to need it in the last minute takes the warning back', () => {
  vi.advanceTimersByTime(idleLimit - 10_000)
  needed = true
  vi.advanceTimersByTime(60_000)
  expect(onWarning.mock.calls).toEqual([[true], [false]])
})

test('a day without anybody ends it, needed or not, which is said a minute before', () => {
  needed = true
  vi.advanceTimersByTime(unattendedLimit - idleWarning - 1000)
  expect(onWarning).not.toHaveBeenCalled()
  vi.advanceTimersByTime(2000)
  expect(onWarning.mock.calls).toEqual([[true]])
  vi.advanceTimersByTime(idleWarning)
  expect(onIdle).toHaveBeenCalledOnce()
})

test('somebody who looks in gives what needs it another day', () => {
  needed = true
  vi.advanceTimersByTime(unattendedLimit - 1000)
  target.dispatchEvent(new Event('pointermove'))
  vi.advanceTimersByTime(unattendedLimit - idleWarning - 2000)
  expect(onWarning.mock.calls).toEqual([[true], [false]])
  expect(onIdle).not.toHaveBeenCalled()
})

test('what needs it keeps it for nobody who wakes a computer up', () => {
  needed = true
  vi.advanceTimersByTime(60_000)
  vi.setSystemTime(Date.now() + idleLimit * 2)
  target.dispatchEvent(new Event('keydown'))
  expect(onIdle).toHaveBeenCalledOnce()
})
