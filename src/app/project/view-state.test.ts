import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { projectOwner } from '../../qovery/owner'
import { noTicks } from './ticks'

const owner = projectOwner('3c90c3cc-0d44-4b50-8888-8dd25736052a')
const hour = 3_600_000

beforeEach(() => {
  const kept = new Map<string, string>()
  const sessionStorage = {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, text: string) => void kept.set(name, text),
    removeItem: (name: string) => void kept.delete(name),
  }
  vi.stubGlobal('window', { sessionStorage })
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

/** The module as a page has it that was just opened, or opened anew. */
const opened = () => {
  vi.resetModules()
  return import('./view-state')
}

test('what is ticked stays through a reload', async () => {
  const { storeTicks } = await opened()
  storeTicks(owner, { ...noTicks, ids: new Set(['a', 'b']) })
  vi.advanceTimersByTime(7 * hour)
  const { viewState } = await opened()
  expect([...viewState(owner).ticks.ids]).toEqual(['a', 'b'])
})

test('what was ticked the day before does not come back with the tab, but stays in an open page', async () => {
  const page = await opened()
  page.storeTicks(owner, { ...noTicks, ids: new Set(['a']) })
  vi.advanceTimersByTime(10 * hour)
  expect([...page.viewState(owner).ticks.ids]).toEqual(['a'])
  const { viewState } = await opened()
  expect(viewState(owner).ticks.ids.size).toBe(0)
})
