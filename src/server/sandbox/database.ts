import {
  chmodSync,
  closeSync,
  existsSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readlinkSync,
  statSync,
} from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import Database from 'libsql'
import { codeOf } from '../http/error-code'
import { faultOf, isFirst, isNew, makeTables, migrate, readPragma } from './schema'
import { isDamage, StorageFailure, storeCode, StoreError } from './store-error'

const fileName = 'sandbox.db'

/** The bit of folders in which everybody has files of their own. */
const sticky = 0o1000

/**
 * Opens the database file in a folder, made where it is missing, for this process alone.
 * @param use gives what is returned; what the disk refuses it is told as the folder's fault, too.
 * @throws StoreError
 */
export const openDatabase = <Result>(
  folder: string,
  use: (database: Database.Database) => Result,
): Result => {
  let database: Database.Database | undefined
  try {
    makeFolder(folder)
    const file = join(folder, fileName)
    for (const suffix of ['', '-wal', '-journal', '-shm']) expectFile(file + suffix)
    // A folder that holds anything else is somebody else's, whose rights are not ours to change.
    if (readdirSync(folder).every((name) => name.startsWith(fileName))) makePrivate(folder, 0o700)
    // Made here so that it is private from its first moment; SQLite gives its other files the same rights.
    closeSync(openSync(file, 'a', 0o600))
    makePrivate(file, 0o600)
    database = new Database(file)
    takeForGood(database)
    const fault = isCut(file, database) ? 'that is damaged' : faultOf(database)
    if (fault !== undefined) throw new StoreError(`holds a ${fileName} ${fault}: ${moveIt}`)
    writeAhead(database)
    if (isNew(database)) makeTables(database)
    else if (isFirst(database)) migrate(database)
    return use(database)
  } catch (error) {
    if (database !== undefined) closeDatabase(database)
    throw new StoreError(`The data folder ${folder} ${complaint(error)}.`, { cause: error })
  }
}

/**
 * Takes a file's or folder's rights from all but its owner. What is not ours keeps its rights, as a volume of root's that
 * everybody may write, and so does what is on a disk that knows no rights, or is meant for everybody, as an empty /tmp.
 */
export const makePrivate = (path: string, mode: number, chmod = chmodSync): void => {
  const { uid, mode: before } = statSync(path)
  if (uid !== process.geteuid?.() || (before & sticky) !== 0) return
  try {
    chmod(path, mode)
  } catch (error) {
    if (!['EPERM', 'ENOTSUP'].includes(codeOf(error))) throw error
  }
}

/**
 * Throws where something else is in the place of a file, before anything is done to it: to open a pipe never returns, and the
 * rights of a device are everybody's.
 */
const expectFile = (path: string) => {
  const name = basename(path)
  const isLink = lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true
  const found = statOf(path)
  if (found === 'circle')
    throw new StoreError(`holds a ${name} that is a link in a circle: ${move(name)}`)
  if (
    found === undefined &&
    isLink &&
    !existsSync(dirname(resolve(dirname(path), readlinkSync(path))))
  )
    throw new StoreError(`holds a ${name} that is a link to nothing: ${move(name)}`)
  if (found?.isDirectory() === true)
    throw new StoreError(`holds a folder named ${name}: ${move(name)}`)
  if (found?.isFile() === false)
    throw new StoreError(`holds a ${name} that is no file: ${move(name)}`)
}

const statOf = (path: string) => {
  try {
    return statSync(path, { throwIfNoEntry: false })
  } catch (error) {
    if (codeOf(error) === 'ELOOP') return 'circle'
    throw error
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
  database.exec('BEGIN EXCLUSIVE')
  database.exec('COMMIT')
}

const writeAhead = (database: Database.Database) => {
  database.pragma('journal_mode = WAL')
  // FULL: a commit returns after the disk has it.
  database.pragma('synchronous = FULL')
  database.pragma('foreign_keys = ON')
}

/** Whether a file ends within a page, which SQLite takes for zeros. Only a log may still hold the rest of it. */
const isCut = (file: string, database: Database.Database) => {
  const log = statSync(`${file}-wal`, { throwIfNoEntry: false })
  if (log !== undefined && log.size > 0) return false
  return statSync(file).size % Number(readPragma(database, 'page_size')[0]) !== 0
}

/** Where a database was opened, and whether what is written to it can be found there again. */
export interface Place {
  isLost: () => boolean
  /** Whether somebody else took something of the log away. */
  isLogCut: () => boolean
  /** To be called whenever something was written. */
  note: () => void
}

/**
 * Watches whether a database and its log are still where they were when this was made, and whole. What is written to a file
 * that was moved or deleted meanwhile is not in the folder at the next start; and behind a log that was emptied it would turn
 * what is before it into zeros. SQLite would take it all the same.
 */
export const watchPlace = (folder: string): Place => {
  const file = join(folder, fileName)
  const log = `${file}-wal`
  const identity = () => [file, log].map(identityOf).join()
  const opened = identity()
  const logSize = () => looked(() => statSync(log, { throwIfNoEntry: false })?.size)
  let size = logSize() ?? 0
  const isLogCut = () => (logSize() ?? size) < size
  return {
    isLost: () => (looked(identity) ?? opened) !== opened || isLogCut(),
    isLogCut,
    note: () => {
      size = logSize() ?? size
    },
  }
}

/** What a look at the disk says; undefined where only the way to it is closed: it is there all the same. */
const looked = <Seen>(look: () => Seen): Seen | undefined => {
  try {
    return look()
  } catch {
    return undefined
  }
}

const identityOf = (path: string) => {
  const found = statSync(path, { throwIfNoEntry: false })
  return found && `${found.dev} ${found.ino}`
}

/** Folds the log into the file and gives the lock back; closing alone keeps it until the last statement is collected. */
export const closeDatabase = (database: Database.Database): void => {
  try {
    database.pragma('journal_mode = DELETE')
    database.pragma('locking_mode = NORMAL')
    readPragma(database, 'user_version')
  } catch {
    // A full disk does not take it: the log stays beside the file, and the next start reads both.
  }
  database.close()
}

const another = 'name another folder with DATA_DIR'
const move = (name: string) => `move ${name} away, or ${another}`
const moveIt = move(fileName)

const complaint = (error: unknown): string => {
  if (error instanceof StoreError) return error.message
  const code = error instanceof StorageFailure ? error.message : storeCode(error)
  if (code.startsWith('SQLITE_BUSY')) return 'is in use by another server'
  if (code === 'SQLITE_NOTADB') return `holds a ${fileName} that is not a database: ${moveIt}`
  if (isDamage(error)) return `holds a ${fileName} that is damaged (${code}): ${moveIt}`
  switch (code.replace(/^(SQLITE_READONLY)_.*/, '$1')) {
    case 'ENOSPC':
    case 'EDQUOT':
    case 'SQLITE_FULL':
      return `is on a disk that is full (${code}): free some megabytes, or ${another}`
    case 'EEXIST':
    case 'ENOTDIR':
    case 'ELOOP':
      return `cannot be written, for a file or a broken link stands in its way (${code}): ${another}`
    case 'EROFS':
    case 'SQLITE_READONLY':
      return `cannot be written, for the disk or a file in it is read-only (${code}): ${another}`
    case 'EACCES':
    case 'EPERM':
      return `cannot be written by this user (${code}): give it the right to, or ${another}`
    case '':
      return 'cannot be used'
    default:
      return `cannot be written (${code})`
  }
}
