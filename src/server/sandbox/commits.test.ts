import { randomUUID } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { createCommits } from './commits'
import { openStore } from './open-store'
import type { Store } from './store'
import { StorageFailure } from './store-error'

let open: Store | undefined
afterEach(() => open?.close())

/** A store that counts its transactions and can be told to fail some of them. */
const start = (fails: (transaction: number, works: number) => boolean = () => false) => {
  const store = openStore(join(tmpdir(), `alias-console-${randomUUID()}`))
  open = store
  let transactions = 0
  let works = 0
  const commit = createCommits({
    ...store,
    part: (work) => {
      works += 1
      return store.part(work)
    },
    transaction: (work) => {
      transactions += 1
      works = 0
      return store.transaction(() => {
        const result = work()
        if (fails(transactions, works)) throw new StorageFailure('SQLITE_FULL')
        return result
      })
    },
  })
  const insert = (id: string) => store.run('INSERT INTO organization VALUES (?, ?, ?)', id, '', id)
  const ids = () => store.all('SELECT id FROM organization WHERE created_at = ?', '')
  return {
    commit,
    insert,
    ids,
    get transactions() {
      return transactions
    },
  }
}

test('what comes at the same time is committed together', async () => {
  const started = start()
  const works = ['a', 'b', 'c'].map((id) =>
    started.commit(() => {
      started.insert(id)
      return id
    }),
  )
  expect(started.ids(), 'before the commit').toEqual([])
  expect(await Promise.all(works)).toEqual(['a', 'b', 'c'])
  expect(started.ids()).toEqual([{ id: 'a' }, { id: 'b' }, { id: 'c' }])
  expect(started.transactions).toBe(1)
})

test('a work sees what the one before it did', async () => {
  const { commit, insert, ids } = start()
  const [, seen] = await Promise.all([commit(() => insert('a')), commit(ids)])
  expect(seen).toEqual([{ id: 'a' }])
})

test('a work that fails leaves nothing, and its neighbours whole', async () => {
  const { commit, insert, ids } = start()
  const ends = await Promise.allSettled([
    commit(() => insert('a')),
    commit(() => {
      insert('half')
      throw new TypeError('bad')
    }),
    commit(() => insert('a')),
    commit(() => insert('b')),
  ])
  expect(ends.map(({ status }) => status)).toEqual([
    'fulfilled',
    'rejected',
    'rejected',
    'fulfilled',
  ])
  expect(ids()).toEqual([{ id: 'a' }, { id: 'b' }])
})

test('where the disk does not take all of them, those that it takes are kept', async () => {
  const started = start((transaction) => transaction === 1 || transaction === 3)
  const { commit, insert, ids } = started
  const ends = await Promise.allSettled(['a', 'b', 'c'].map((id) => commit(() => insert(id))))
  expect(ends).toEqual([
    { status: 'fulfilled', value: undefined },
    { status: 'rejected', reason: expect.any(StorageFailure) },
    { status: 'fulfilled', value: undefined },
  ])
  expect(ids()).toEqual([{ id: 'a' }, { id: 'c' }])
  expect(started.transactions).toBe(4)
})

test('nobody is told before the disk has it, and nobody of what it has not', async () => {
  const { commit, insert, ids } = start(() => true)
  const ends = await Promise.allSettled(['a', 'b'].map((id) => commit(() => insert(id))))
  expect(ends.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  expect(ids()).toEqual([])
})
