import { IDBFactory } from 'fake-indexeddb'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { ApiError } from '../../qovery/errors'
import { testId, testSecret } from '../../qovery/test-secrets'
import { openLedger, type Entry } from './ledger'
import type { Operation } from './operation'
import { refused, type Result } from './result'
import { testAlias, testCreate, testDelete, testEdit, testRepoint } from './test-operations'

beforeEach(() => {
  vi.stubGlobal('indexedDB', new IDBFactory())
})
afterEach(() => {
  vi.unstubAllGlobals()
})

const put = (operation: Operation, fields: Partial<Entry> = {}): Omit<Entry, 'upstream'> => ({
  operation,
  mark: { idless: 0 },
  result: null,
  tab: 'this',
  isPast: false,
  ...fields,
})

test('each kind of operation is there again, with how far it got and what came of it', async () => {
  const ledger = openLedger('api.qovery.com')
  const failure = new ApiError({ kind: 'http', sent: true, status: 403, requestId: 'r-1' })
  const results: Result[] = [
    { kind: 'done', by: 'list', secret: testSecret() },
    refused(failure, 'missing'),
    { kind: 'conflict', existing: 'unreadable', isSame: false, failure },
    { kind: 'unconfirmed', failure, keyless: 2, because: refused(failure) },
  ]
  const entries = [
    put(testCreate({ id: testId(81), agreedAt: 1 })),
    put(testEdit({ id: testId(82), agreedAt: 2 })),
    put(testDelete({ id: testId(83), agreedAt: 3, undoes: { key: 'ALIAS' } })),
    put(testRepoint({ id: testId(84), agreedAt: 4 }), {
      mark: { idless: 1, stage: 'creating', postId: testId(9), alias: testAlias() },
    }),
  ]
  for (const [index, entry] of entries.entries()) entry.result = results[index] ?? null
  for (const entry of entries.toReversed()) await ledger.put(entry)
  expect(await openLedger('api.qovery.com').read()).toEqual(
    entries.map((entry) => expect.objectContaining(entry)),
  )
  expect(ledger.isKept()).toBe(true)
})

test('what was sent to one upstream is never told of another', async () => {
  await openLedger('api.qovery.com').put(put(testCreate()))
  expect(await openLedger('sandbox').read()).toEqual([])
})

test('an entry that cannot be read takes no other along', async () => {
  const ledger = openLedger('sandbox')
  await ledger.put(put(testCreate()))
  const request = indexedDB.open('alias-console-operations')
  const database = await new Promise<IDBDatabase>((resolve) => {
    request.addEventListener('success', () => resolve(request.result))
  })
  const store = database.transaction('entries', 'readwrite').objectStore('entries')
  store.put({ operation: { id: 'odd' } })
  store.put({ operation: { ...testEdit({ id: testId(82) }), kind: 'of tomorrow' } })
  database.close()
  expect((await ledger.read()).map(({ operation }) => operation.kind)).toEqual(['create'])
})

test('the words of a server are not kept: they may repeat anything', async () => {
  const ledger = openLedger('sandbox')
  const failure = new ApiError({ kind: 'http', sent: true, status: 403, detail: 'the value is X' })
  await ledger.put(put(testDelete(), { result: refused(failure) }))
  const request = indexedDB.open('alias-console-operations')
  const database = await new Promise<IDBDatabase>((resolve) => {
    request.addEventListener('success', () => resolve(request.result))
  })
  const all = database.transaction('entries').objectStore('entries').getAll()
  await new Promise((resolve) => {
    all.addEventListener('success', resolve)
  })
  database.close()
  expect(JSON.stringify(all.result)).not.toContain('the value is X')
})

test('an operation that is removed is gone', async () => {
  const ledger = openLedger('sandbox')
  await ledger.put(put(testCreate()))
  await ledger.remove(testCreate().id)
  expect(await ledger.read()).toEqual([])
})

test.each([
  ['has none', undefined],
  [
    'refuses it',
    {
      open: () => {
        throw new DOMException('no', 'SecurityError')
      },
    },
  ],
])('where a browser %s, nothing is kept, and nothing breaks', async (_, storage) => {
  vi.stubGlobal('indexedDB', storage)
  const ledger = openLedger('sandbox')
  await ledger.put(put(testCreate()))
  expect(ledger.isKept()).toBe(false)
  expect(await ledger.read()).toEqual([])
  await ledger.remove(testCreate().id)
})
