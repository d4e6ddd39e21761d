import type Database from 'libsql'
import { closeDatabase, type Place } from './database'
import { isOfTheDisk, movedCode, StorageFailure, storeCode } from './store-error'

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
 * A store on an open database.
 * @param place tells whether what is written can be found again; absent while nobody else can know of it.
 */
export const storeOn = (database: Database.Database, place?: Place): Store => {
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
      if (place?.isLost() === true) throw new StorageFailure(movedCode)
      let committing = false
      try {
        database.exec('BEGIN IMMEDIATE')
        const result = work()
        committing = true
        database.exec('COMMIT')
        place?.note()
        return result
      } catch (error) {
        const undone = undo(database)
        place?.note()
        if (!isOfTheDisk(error)) throw error
        const code = storeCode(error)
        throw new StorageFailure(code, committing && !undone && !isUnwritten(code))
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
      // What is left of a log would be folded into the file all the same, over what is whole in it.
      if (place?.isLogCut() !== true) closeDatabase(database)
    },
  }
}

/** Whether the end of a commit cannot have come into the log: it is written last. */
const isUnwritten = (code: string) => code === 'SQLITE_FULL' || code === 'SQLITE_IOERR_WRITE'

/** @returns whether the next start will find nothing of it either. */
const undo = (database: Database.Database): boolean => {
  try {
    // SQLite has rolled back already where the disk failed.
    if (database.inTransaction) database.exec('ROLLBACK')
    // A commit whose sync failed may stand whole in the log, where the next start would find it: the log is emptied.
    else database.pragma('wal_checkpoint(TRUNCATE)')
    return true
  } catch {
    // The disk still fails. The first error is the one to tell.
    return false
  }
}
