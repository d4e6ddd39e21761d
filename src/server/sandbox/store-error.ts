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

/** The kinds of SQLite's errors that are told apart, by the last byte of its codes. */
const kinds: Readonly<Record<number, string>> = {
  5: 'SQLITE_BUSY',
  8: 'SQLITE_READONLY',
  10: 'SQLITE_IOERR',
  11: 'SQLITE_CORRUPT',
  13: 'SQLITE_FULL',
  14: 'SQLITE_CANTOPEN',
  26: 'SQLITE_NOTADB',
}

/** The code of a database's or system's error. libsql has no name for some of SQLite's: theirs begins with their kind's. */
export const storeCode = (error: unknown): string => {
  const code = codeOf(error)
  if (!code.startsWith('UNKNOWN_')) return code
  const raw = error instanceof Error && 'rawCode' in error ? Number(error.rawCode) : 0
  const kind = kinds[raw % 256]
  return kind === undefined ? code : `${kind}_${raw}`
}

/** Whether an error is of the disk, which no other work of the same transaction would be spared. */
export const isOfTheDisk = (error: unknown): boolean =>
  /^SQLITE_(?:FULL|IOERR|READONLY|CANTOPEN)/.test(storeCode(error))

/** Whether an error says that what is on the disk is no longer what was written. */
export const isDamage = (error: unknown): boolean =>
  /^SQLITE_(?:CORRUPT|NOTADB)/.test(storeCode(error))
