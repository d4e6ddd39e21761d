import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'libsql'
import { expect, test } from 'vitest'
import { isDamage, isOfTheDisk, storeCode } from './store-error'

const errorOf = (code: string, rawCode: number) => Object.assign(new Error(code), { code, rawCode })

test.each([
  [267, 'SQLITE_CORRUPT_267'],
  [779, 'SQLITE_CORRUPT_779'],
])('what libsql has no name for is damage by its kind: %i', (raw, code) => {
  const error = errorOf(`UNKNOWN_SQLITE_ERROR_${raw}`, raw)
  expect([storeCode(error), isDamage(error), isOfTheDisk(error)]).toEqual([code, true, false])
})

test.each([
  [1544, 'SQLITE_READONLY_1544'],
  [1288, 'SQLITE_READONLY_1288'],
  [8458, 'SQLITE_IOERR_8458'],
  [1550, 'SQLITE_CANTOPEN_1550'],
])('and of the disk by its kind: %i', (raw, code) => {
  const error = errorOf(`UNKNOWN_SQLITE_ERROR_${raw}`, raw)
  expect([storeCode(error), isDamage(error), isOfTheDisk(error)]).toEqual([code, false, true])
})

test('what is neither keeps its code', () => {
  const errors = [
    errorOf('UNKNOWN_SQLITE_ERROR_279', 279),
    errorOf('SQLITE_CONSTRAINT_UNIQUE', 2067),
    new Error('none'),
  ]
  expect(errors.map(storeCode)).toEqual([
    'UNKNOWN_SQLITE_ERROR_279',
    'SQLITE_CONSTRAINT_UNIQUE',
    '',
  ])
  expect(errors.some((error) => isDamage(error) || isOfTheDisk(error))).toBe(false)
})

test('an index that leads to another table’s is damage', () => {
  const folder = mkdtempSync(join(tmpdir(), 'alias-console-store-'))
  const change = (sql: string) => {
    const database = new Database(join(folder, 'a.db'))
    try {
      database.exec(sql)
    } finally {
      database.close()
    }
  }
  const index = (table: string) => `name = 'sqlite_autoindex_${table}_1'`
  change('CREATE TABLE a (k TEXT PRIMARY KEY); CREATE TABLE b (k TEXT PRIMARY KEY)')
  change("INSERT INTO a VALUES ('one')")
  change(
    `PRAGMA writable_schema = ON;
    UPDATE sqlite_schema SET rootpage = (SELECT rootpage FROM sqlite_schema WHERE ${index('b')}) WHERE ${index('a')}`,
  )
  let met: unknown
  try {
    change('DELETE FROM a WHERE rowid = 1')
  } catch (error) {
    met = error
  }
  expect([storeCode(met), isDamage(met)]).toEqual(['SQLITE_CORRUPT_779', true])
  rmSync(folder, { recursive: true })
})
