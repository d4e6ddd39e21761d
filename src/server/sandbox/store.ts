import { resolve } from 'node:path'
import type Database from 'libsql'
import { closeDatabase, openDatabase } from './database'
import { seed } from './seed'
import { codeOf } from './store-error'

/** A write that the disk did not take: nothing of it is kept. */
export class StorageFailure extends Error {
  override name = 'StorageFailure'
}

/** What may be bound to a statement. Never a boolean: libsql ends the process on one. */
export type Value = string | number | null

export interface Store {
  all: (sql: string, ...values: Value[]) => unknown[]
  run: (sql: string, ...values: Value[]) => void
  /**
   * Does everything in `work` or nothing; what it did is on the disk when this returns.
   * @throws StorageFailure where the disk is full or fails.
   */
  transaction: <Result>(work: () => Result) => Result
  /** Does everything in `work` or nothing, as a part of the transaction that it is called in. */
  part: <Result>(work: () => Result) => Result
  close: () => void
}

/**
 * Opens the sandbox's data, made and seeded at the first time.
 * @param generatedSecrets how many secrets to have beside the seeded ones, for trials at scale.
 * @throws StoreError where the folder cannot be used or belongs to a running server.
 */
export const openStore = (folder: string, generatedSecrets = 0): Store => {
  const store = storeOn(openDatabase(resolve(folder)))
  store.transaction(() => seed(store, generatedSecrets))
  return store
}

const storeOn = (database: Database.Database): Store => {
  const statements = new Map<string, Database.Statement>()
  const prepared = (sql: string) => {
    const statement = statements.get(sql) ?? database.prepare(sql)
    statements.set(sql, statement)
    return statement
  }

  return {
    all: (sql, ...values) => prepared(sql).all(...values),
    run: (sql, ...values) => {
      prepared(sql).run(...values)
    },
    transaction: (work) => {
      try {
        database.exec('BEGIN IMMEDIATE')
        const result = work()
        database.exec('COMMIT')
        return result
      } catch (error) {
        undo(database)
        if (!isOfTheDisk(error)) throw error
        throw new StorageFailure(codeOf(error))
      }
    },
    part: (work) => {
      prepared('SAVEPOINT part').run()
      try {
        const result = work()
        prepared('RELEASE part').run()
        return result
      } catch (error) {
        // Where the disk failed, SQLite has ended the whole transaction already.
        if (database.inTransaction) database.exec('ROLLBACK TO part; RELEASE part')
        throw error
      }
    },
    close: () => {
      statements.clear()
      closeDatabase(database)
    },
  }
}

/** Whether an error is of the disk, which no other work of the same transaction would be spared. */
export const isOfTheDisk = (error: unknown): boolean =>
  /^SQLITE_(?:FULL|IOERR|READONLY|CANTOPEN)/.test(codeOf(error))

const undo = (database: Database.Database) => {
  try {
    // SQLite has rolled back already where the disk failed.
    if (database.inTransaction) database.exec('ROLLBACK')
    // A commit whose sync failed may stand whole in the log, where the next start would find it: the log is emptied.
    else database.pragma('wal_checkpoint(TRUNCATE)')
  } catch {
    // The disk still fails. The first error is the one to tell.
  }
}
