import { chmodSync, closeSync, existsSync, mkdirSync, openSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import Database from 'libsql'
import { codeOf, StoreError } from './store-error'
import { tables } from './tables'

const fileName = 'sandbox.db'

/**
 * Opens the database file in a folder, made where it is missing, for this process alone.
 * @throws StoreError
 */
export const openDatabase = (folder: string): Database.Database => {
  try {
    makeFolder(folder)
    // A folder that holds anything else is somebody else's, whose rights are not ours to change.
    if (readdirSync(folder).every((name) => name.startsWith(fileName))) chmodSync(folder, 0o700)
    const file = join(folder, fileName)
    // Made here so that it is private from its first moment; SQLite gives its other files the same rights.
    closeSync(openSync(file, 'a', 0o600))
    chmodSync(file, 0o600)
    const database = new Database(file)
    takeForGood(database)
    database.exec(tables)
    return database
  } catch (error) {
    throw new StoreError(`The data folder ${folder} ${complaint(codeOf(error))}.`)
  }
}

// One by one: node's recursive mkdir never returns where the system refuses the last folder with ENOENT, as in /proc.
const makeFolder = (folder: string) => {
  if (existsSync(folder)) return
  if (dirname(folder) !== folder) makeFolder(dirname(folder))
  mkdirSync(folder, { mode: 0o700 })
}

// Held until the end: two servers on one folder would each answer for half of the truth.
const takeForGood = (database: Database.Database) => {
  database.pragma('busy_timeout = 0')
  database.pragma('locking_mode = EXCLUSIVE')
  database.pragma('journal_mode = WAL')
  // FULL: a commit returns after the disk has it.
  database.pragma('synchronous = FULL')
  database.pragma('foreign_keys = ON')
  database.exec('BEGIN IMMEDIATE')
  database.exec('COMMIT')
}

/** Folds the log into the file and gives the lock back; closing alone keeps it until the last statement is collected. */
export const closeDatabase = (database: Database.Database): void => {
  try {
    database.pragma('journal_mode = DELETE')
    database.pragma('locking_mode = NORMAL')
    database.prepare('SELECT count(*) FROM organization').all()
  } catch {
    // A full disk does not take it: the log stays beside the file, and the next start reads both.
  }
  database.close()
}

const complaint = (code: string) => {
  if (code.startsWith('SQLITE_BUSY')) return 'is in use by another server'
  if (code === 'SQLITE_NOTADB' || code.startsWith('SQLITE_CORRUPT')) {
    return `holds a ${fileName} that is not a database`
  }
  return code === '' ? 'cannot be used' : `cannot be written (${code})`
}
