import { codeOf } from '../http/error-code'

/** A data folder that cannot be used; its message is one sentence for the operator. */
export class StoreError extends Error {
  override name = 'StoreError'
}

/** A write that the disk did not take: nothing of it is kept. Its message is the database's code. */
export class StorageFailure extends Error {
  override name = 'StorageFailure'
  /** Whether the next start may find it all the same: the disk did not let go of it either. */
  readonly uncertain: boolean
  constructor(code: string, uncertain = false) {
    super(code)
    this.uncertain = uncertain
  }
}

/** SQLite's word for a database that is no longer where it was opened. */
export const movedCode = 'SQLITE_READONLY_DBMOVED'

/** Whether an error is of the disk, which no other work of the same transaction would be spared. */
export const isOfTheDisk = (error: unknown): boolean =>
  /^SQLITE_(?:FULL|IOERR|READONLY|CANTOPEN)/.test(codeOf(error))

/** Whether an error says that what is on the disk is no longer what was written. */
export const isDamage = (error: unknown): boolean =>
  /^SQLITE_(?:CORRUPT|NOTADB)/.test(codeOf(error))
