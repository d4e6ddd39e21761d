import { IDBFactory, IDBKeyRange } from 'fake-indexeddb'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { ApiError } from '../../qovery/errors'
import { testId, testSecret } from '../../qovery/test-secrets'
import { longestKept, mostKept, openHistory } from './history'
import { refused, stale, type Result } from './result'
import { testCreate, testDelete, testEdit, testRepoint } from './test-operations'

let now = 1_000_000_000_000
beforeEach(() => {
  now = 1_000_000_000_000
  vi.stubGlobal('indexedDB', new IDBFactory())
  vi.stubGlobal('IDBKeyRange', IDBKeyRange)
})
afterEach(() => {
  vi.unstubAllGlobals()
})

const open = (upstream = 'api.qovery.com') => openHistory(upstream, () => (now += 1))
const done: Result = { kind: 'done', by: 'answer', secret: testSecret() }
const ids = async (history: ReturnType<typeof open>) =>
  (await history.read())?.map(({ operation }) => operation.id)

test('what operations came to is there again, newest first', async () => {
  const history = open()
  await history.add(testCreate({ id: testId(1) }), done)
  await history.add(testEdit({ id: testId(2) }), done)
  expect(await ids(open())).toEqual([testId(2), testId(1)])
})

test('what is found out later takes the place of what was known before', async () => {
  const history = open()
  await history.add(testCreate(), { kind: 'unknown', why: 'list', failure: null, stage: null })
  await history.add(testCreate(), done)
  expect(await history.read()).toMatchObject([{ result: { kind: 'done' } }])
})

test('what was never sent is no history', async () => {
  const history = open()
  const unsent = new ApiError({ kind: 'network', sent: false })
  await history.add(testCreate(), { kind: 'cancelled' })
  await history.add(testEdit(), stale('changed'))
  await history.add(testEdit(), refused(unsent))
  expect(await history.read()).toEqual([])
  await history.add(testDelete({ id: testId(3) }), stale('gone', { sent: true }))
  // It was deleted, and came back under another id.
  await history.add(testRepoint({ id: testId(4) }), refused(unsent, 'restored'))
  expect(await ids(history)).toEqual([testId(4), testId(3)])
})

test('no word of a server is kept, and nothing is told to another', async () => {
  const detail = 'token qov_secret'
  const failure = new ApiError({ kind: 'http', sent: true, status: 403, detail })
  await open().add(testCreate(), refused(failure))
  expect(JSON.stringify(await open().read())).not.toContain('qov_secret')
  expect(await open('sandbox').read()).toEqual([])
})

test('what another server answered stays where the history of one is cleared', async () => {
  await open('sandbox').add(testCreate({ id: testId(1) }), done)
  await open().add(testCreate({ id: testId(2) }), done)
  await open().clear()
  expect(await ids(open())).toEqual([])
  expect(await ids(open('sandbox'))).toEqual([testId(1)])
})

test('the oldest go where there are too many, and all that are too old', async () => {
  const history = open()
  for (let number = 1; number <= mostKept + 2; number += 1)
    await history.add(testCreate({ id: testId(number) }), done)
  const all = await ids(history)
  expect(all).toHaveLength(mostKept)
  expect(all?.at(-1)).toBe(testId(3))
  now += longestKept
  expect(await history.read()).toEqual([])
  await history.add(testCreate({ id: testId(9999) }), done)
  now -= longestKept
  expect(await ids(history)).toEqual([testId(9999)])
})

test('whoever follows is told, and a browser that stores nothing has none', async () => {
  const history = open()
  const told = vi.fn<() => void>()
  const end = history.follow(told)
  await history.add(testCreate(), done)
  await history.clear()
  expect(told).toHaveBeenCalledTimes(2)
  end()
  expect(await history.read()).toEqual([])
  vi.stubGlobal('indexedDB', undefined)
  expect(await open().read()).toBeUndefined()
})
