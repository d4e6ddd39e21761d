import { chmodSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { StoreError } from './store-error'
import { openStore, StorageFailure, type Store } from './store'

let folder = ''
const opened = new Set<Store>()
const open = (path = folder) => {
  const store = openStore(path)
  opened.add(store)
  return store
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'alias-console-store-'))
})
afterEach(() => {
  for (const store of opened) store.close()
  opened.clear()
  rmSync(folder, { recursive: true })
})

const rename = (store: Store, name: string) => store.run('UPDATE organization SET name = ?', name)
const names = (store: Store) => store.all('SELECT name FROM organization')

// Windows has no such rights to show: there a file is as private as the folder that it is in.
const rights = (path: string, elsewhere: string) =>
  process.platform === 'win32' ? elsewhere : (statSync(path).mode & 0o777).toString(8)

test('folders and files are made for their owner alone', () => {
  const data = join(folder, 'new', 'data')
  open(data)
  const files = readdirSync(data)
  expect(files).toEqual(expect.arrayContaining(['sandbox.db', 'sandbox.db-wal']))
  expect([rights(join(folder, 'new'), '700'), rights(data, '700')]).toEqual(['700', '700'])
  expect(new Set(files.map((file) => rights(join(data, file), '600')))).toEqual(new Set(['600']))
})

test('a folder of the console’s own is made private, one with other things in it is left alone', () => {
  chmodSync(folder, 0o755)
  open().close()
  opened.clear()
  expect(rights(folder, '700')).toBe('700')
  chmodSync(folder, 0o755)
  writeFileSync(join(folder, 'letter.txt'), '')
  open()
  expect(rights(folder, '755')).toBe('755')
})
test('a folder in use is refused, and free once it is closed', () => {
  const first = open()
  expect(() => openStore(folder)).toThrow(`The data folder ${folder} is in use by another server.`)
  first.transaction(() => rename(first, 'Kept'))
  first.close()
  opened.clear()
  expect(names(open())).toEqual([{ name: 'Kept' }])
})

test.each([
  ['a file', 'is-a-file', /^The data folder .* cannot be written \(\w+\)\.$/],
  ['a folder below a file', 'is-a-file/data', /^The data folder .* cannot be written \(\w+\)\.$/],
])('%s is no data folder', (_, path, sentence) => {
  writeFileSync(join(folder, 'is-a-file'), '')
  expect(() => open(join(folder, path))).toThrow(StoreError)
  expect(() => open(join(folder, path))).toThrow(sentence)
})

test('a file that is no database is told as such, and kept', () => {
  writeFileSync(join(folder, 'sandbox.db'), 'no database '.repeat(100))
  expect(() => open()).toThrow(/holds a sandbox.db that is not a database\.$/)
  expect(statSync(join(folder, 'sandbox.db')).size).toBe(1200)
})

test('work that fails leaves nothing behind, and its error comes through', () => {
  const store = open()
  const before = names(store)
  const failure = new TypeError('work failed')
  const work = () => {
    rename(store, 'Ghost')
    throw failure
  }
  expect(() => store.transaction(work)).toThrow(failure)
  expect(names(store)).toEqual(before)
  store.transaction(() => rename(store, 'Next'))
  expect(names(store)).toEqual([{ name: 'Next' }])
})

test('a full disk keeps nothing of what it did not take whole, now and after a restart', () => {
  const store = open()
  const before = names(store)
  store.all('PRAGMA max_page_count = 1')
  expect(() => store.transaction(() => rename(store, 'Ghost'.repeat(100_000)))).toThrow(
    StorageFailure,
  )
  expect(names(store)).toEqual(before)
  store.close()
  opened.clear()
  expect(names(open())).toEqual(before)
})
