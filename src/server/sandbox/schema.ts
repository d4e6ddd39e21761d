import type Database from 'libsql'
import { firstTables } from './first-tables'
import { migration } from './migrate'
import { tables, tablesVersion } from './tables'

/** The values of a pragma's rows. */
export const readPragma = (database: Database.Database, pragma: string): unknown[] =>
  database.prepare(`PRAGMA ${pragma}`).pluck().all()

const markVersion = `PRAGMA user_version = ${tablesVersion}`

export const isNew = (database: Database.Database): boolean => tablesIn(database).length === 0

/** Makes the tables, all of them or none. */
export const makeTables = (database: Database.Database): void => {
  database.exec(['BEGIN IMMEDIATE', ...tables, markVersion, 'COMMIT'].join(';'))
}

/** Whether a database is of the first version, which can be brought up to date. */
export const isFirst = (database: Database.Database): boolean =>
  tablesIn(database).join() === normalized(firstTables).join()

/** Brings a database of the first version up to date, or leaves it as it was. */
export const migrate = (database: Database.Database): void => {
  database.exec(migration)
}

/**
 * What is wrong with a database that was found, as the end of “holds a database”. One without any tables is new and sound.
 * @throws where it is damaged so far that it cannot be read.
 */
export const faultOf = (database: Database.Database): string | undefined => {
  const [version] = readPragma(database, 'user_version')
  if (Number(version) > tablesVersion) return 'of a newer console'
  const found = tablesIn(database)
  if (found.length > 0 && !isFirst(database) && found.join() !== normalized(tables).join()) {
    const ours = found.some((sql) => sql.startsWith('CREATE TABLE organization '))
    return ours && Number(version) < tablesVersion
      ? 'of an older console'
      : 'whose tables are not those of this console'
  }
  const [first] = readPragma(database, 'integrity_check(1)')
  if (first !== 'ok') return 'that is damaged'
  return undefined
}

// Without SQLite's own: an index that it needs itself, or what its ANALYZE found.
const tablesIn = (database: Database.Database) =>
  normalized(
    database
      .prepare("SELECT sql FROM sqlite_schema WHERE substr(name, 1, 7) <> 'sqlite_'")
      .pluck()
      .all()
      .map(String),
  )

/** Statements in an order and a spelling of their own: SQLite keeps each as it was written. */
const normalized = (statements: readonly string[]) =>
  statements.map((sql) => sql.replaceAll(/--.*$/gm, '').replaceAll(/\s+/g, ' ').trim()).toSorted()
