import { execFileSync, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  chmodSync,
  chownSync,
  copyFileSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'libsql'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { makePrivate } from './database'
import { openStore } from './open-store'
import type { Store } from './store'
import { StorageFailure, StoreError } from './store-error'

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

test('an empty folder that is everybody’s, as /tmp of a container, stays so', () => {
  chmodSync(folder, 0o1777)
  open()
  expect(rights(folder, '777')).toBe('777')
  expect(rights(join(folder, 'sandbox.db'), '600')).toBe('600')
})

const nobody = 65_534
const give = (path: string, owner: number, group: number, mode: number) => {
  chownSync(path, owner, group)
  chmodSync(path, mode)
}
const volumes: [what: string, prepare: () => void, user: number][] = [
  ['of root’s that everybody may write', () => give(folder, 0, 0, 0o777), nobody],
  ['of root’s for a group', () => give(folder, 0, nobody, 0o2775), nobody],
  [
    'of root’s for a group, with lost+found',
    () => {
      mkdirSync(join(folder, 'lost+found'), { mode: 0o700 })
      give(folder, 0, nobody, 0o2775)
    },
    nobody,
  ],
  [
    'with what another user of the group made',
    () => {
      openStore(folder).close()
      give(folder, 0, nobody, 0o2775)
      give(join(folder, 'sandbox.db'), 0, nobody, 0o660)
    },
    nobody,
  ],
  ['of another user’s, which root could change', () => give(folder, nobody, nobody, 0o755), 0],
]

const as = (user: number, act: () => void) => {
  process.setegid?.(user)
  process.seteuid?.(user)
  try {
    act()
  } finally {
    process.seteuid?.(0)
    process.setegid?.(0)
  }
}

// Only root can give folders away.
test.each(process.geteuid?.() === 0 ? volumes : [])(
  'a volume %s is taken as it is',
  (_, prepare, user) => {
    prepare()
    const before = rights(folder, '')
    as(user, () => {
      expect(names(open())).toHaveLength(1)
    })
    expect(rights(folder, '')).toBe(before)
  },
)

test.each(['EPERM', 'ENOTSUP'])('a disk that knows no rights (%s) is taken as it is', (code) => {
  const refuse = () => {
    throw Object.assign(new Error(code), { code })
  }
  expect(() => makePrivate(folder, 0o700, refuse)).not.toThrow()
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
  ['a file', 'is-a-file'],
  ['a folder below a file', 'is-a-file/data'],
  ...(process.platform === 'win32' ? [] : [['a link to nothing', 'broken-link']]),
])('%s is no data folder', (_, path = '') => {
  writeFileSync(join(folder, 'is-a-file'), '')
  if (path === 'broken-link') symlinkSync(join(folder, 'nothing'), join(folder, path))
  expect(() => open(join(folder, path))).toThrow(StoreError)
  expect(() => open(join(folder, path))).toThrow(
    /^The data folder .* cannot be written, for a file or a broken link stands in its way \(\w+\): name another folder with DATA_DIR\.$/,
  )
})

test('a folder in the place of the database is told as such', () => {
  mkdirSync(join(folder, 'sandbox.db'))
  expect(() => open()).toThrow(
    `The data folder ${folder} holds a folder named sandbox.db: move sandbox.db away, or name another folder with DATA_DIR.`,
  )
})

/** Leaves a socket at a path: who made it is killed before it can take it away. */
const makeSocket = (path: string) => {
  const code = `require('node:net').createServer()
    .listen(${JSON.stringify(path)}, () => process.kill(process.pid, 'SIGKILL'))`
  spawnSync(process.execPath, ['--eval', code])
}
const others: [what: string, name: string, said: string, make: (path: string) => void][] = [
  [
    'a pipe',
    'sandbox.db',
    'a sandbox.db that is no file',
    (path) => execFileSync('mkfifo', [path]),
  ],
  [
    'a link to a pipe',
    'sandbox.db',
    'a sandbox.db that is no file',
    (path) => {
      execFileSync('mkfifo', [`${path}-elsewhere`])
      symlinkSync(`${path}-elsewhere`, path)
    },
  ],
  ['a socket', 'sandbox.db', 'a sandbox.db that is no file', makeSocket],
  [
    'a link to itself',
    'sandbox.db',
    'a sandbox.db that is a link in a circle',
    (path) => symlinkSync(path, path),
  ],
  [
    'a link to nothing',
    'sandbox.db',
    'a sandbox.db that is a link to nothing',
    (path) => symlinkSync(join(folder, 'gone', 'sandbox.db'), path),
  ],
  ['a folder', 'sandbox.db-wal', 'a folder named sandbox.db-wal', (path) => mkdirSync(path)],
  [
    'a pipe',
    'sandbox.db-wal',
    'a sandbox.db-wal that is no file',
    (path) => execFileSync('mkfifo', [path]),
  ],
  [
    'a folder',
    'sandbox.db-journal',
    'a folder named sandbox.db-journal',
    (path) => mkdirSync(path),
  ],
]

// Windows has none of most.
test.each(process.platform === 'win32' ? [] : others)(
  '%s in the place of %s is told as such, and nothing is done to it',
  (_, name, said, make) => {
    const path = join(folder, name)
    make(path)
    const before = lstatSync(path)
    expect(() => open()).toThrow(
      `The data folder ${folder} holds ${said}: move ${name} away, or name another folder with DATA_DIR.`,
    )
    expect(lstatSync(path)).toMatchObject({ ino: before.ino, mode: before.mode })
    expect(existsSync(join(folder, 'sandbox.db'))).toBe(name === 'sandbox.db' && existsSync(path))
  },
)

test.skipIf(process.platform === 'win32')('a link to a file of another folder is followed', () => {
  mkdirSync(join(folder, 'volume'))
  symlinkSync(join(folder, 'volume', 'data'), join(folder, 'sandbox.db'))
  expect(names(open())).toHaveLength(1)
  expect(readdirSync(join(folder, 'volume'))).toContain('data')
})

test('a file that is no database is told as such, and kept', () => {
  writeFileSync(join(folder, 'sandbox.db'), 'no database '.repeat(100))
  expect(() => open()).toThrow(
    `The data folder ${folder} holds a sandbox.db that is not a database: move sandbox.db away, or name another folder with DATA_DIR.`,
  )
  expect(statSync(join(folder, 'sandbox.db')).size).toBe(1200)
})

/** Changes the file of a store that was filled and closed, by statements of SQL. */
const alter = (...statements: string[]) => {
  const database = new Database(join(folder, 'sandbox.db'))
  for (const sql of statements) database.exec(sql)
  database.close()
}

const moveIt = 'move sandbox.db away, or name another folder with DATA_DIR.'

test.each([
  [
    'an older console’s without a column',
    ['secret DROP COLUMN interpolation'],
    'of an older console',
  ],
  ['without another column', ['secret DROP COLUMN owned_by'], 'of an older console'],
  ['without a column of projects', ['project DROP COLUMN description'], 'of an older console'],
  ['with a column more', ['secret ADD COLUMN more TEXT'], 'of an older console'],
])('a filled database %s is told as such, and kept', (_, [change], sentence) => {
  open().close()
  opened.clear()
  alter(`ALTER TABLE ${change}`, 'PRAGMA user_version = 0')
  const before = readFileSync(join(folder, 'sandbox.db'))
  expect(() => open()).toThrow(
    `The data folder ${folder} holds a sandbox.db ${sentence}: ${moveIt}`,
  )
  expect(readFileSync(join(folder, 'sandbox.db')).equals(before)).toBe(true)
})

test.each([
  ['a table less', ['DROP TABLE answer'], 'whose tables are not those of this console'],
  ['an index less', ['DROP INDEX secret_owner_key'], 'whose tables are not those of this console'],
  ['tables by other hands', ['ALTER TABLE secret DROP COLUMN owned_by'], 'whose tables are not'],
  ['a version to come', ['PRAGMA user_version = 3'], 'of a newer console'],
  [
    'tables and a version to come',
    ['CREATE TABLE more (id TEXT)', 'PRAGMA user_version = 3'],
    'of a newer console',
  ],
])('a filled database with %s is told as such, and kept', (_, statements, sentence) => {
  open().close()
  opened.clear()
  alter(...statements)
  const before = readFileSync(join(folder, 'sandbox.db'))
  expect(() => open()).toThrow(sentence)
  expect(() => open()).toThrow(moveIt)
  expect(readFileSync(join(folder, 'sandbox.db')).equals(before)).toBe(true)
})

test.each([
  ['of an older console', 'CREATE TABLE organization (id TEXT PRIMARY KEY)', 'of an older console'],
  ['of another program', 'CREATE TABLE bookmarks (id TEXT)', 'whose tables are not those of this'],
])('a database %s without rows is told as such', (_, sql, sentence) => {
  alter(sql)
  expect(() => open()).toThrow(sentence)
})

const pageSize = 4096
const damages: [what: string, damage: (file: Buffer) => Buffer][] = [
  ['a byte is cut off', (file) => file.subarray(0, -1)],
  ['a page is cut off', (file) => file.subarray(0, -pageSize)],
  ['half is cut off', (file) => file.subarray(0, file.length / 2)],
  ['its list of tables is overwritten', (file) => file.fill(0xa5, 100, 1100)],
  ['a page is a copy of another', (file) => overwrite(file, 9, file.subarray(0, pageSize))],
  ['a page holds zeros', (file) => overwrite(file, 9, Buffer.alloc(pageSize))],
  ...[1, 2, 5, 11, 20].map((page): [string, (file: Buffer) => Buffer] => [
    `page ${page} is noise`,
    (file) => overwrite(file, page, noise()),
  ]),
]
const overwrite = (file: Buffer, page: number, content: Buffer) => {
  content.copy(file, page * pageSize)
  return file
}
const noise = () => createHash('shake256', { outputLength: pageSize }).update('noise').digest()

test.each(damages)('a database of which %s is told as damaged, and kept', (_, damage) => {
  openStore(folder, { secrets: 100 }).close()
  const path = join(folder, 'sandbox.db')
  writeFileSync(path, damage(readFileSync(path)))
  const before = readFileSync(path)
  const sentence =
    /holds a sandbox\.db that is damaged(?: \(SQLITE_CORRUPT\w*\))?: move [^.]+\.db away, or [^.]+\.$/
  expect(() => open()).toThrow(sentence)
  expect(readFileSync(path).equals(before)).toBe(true)
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

// Windows lets nobody delete or move what is open.
test.skipIf(process.platform === 'win32').each<[what: string, lose: (file: string) => void]>([
  ['database is deleted', (file) => rmSync(file)],
  ['log is deleted', (file) => rmSync(`${file}-wal`)],
  ['folder is deleted', () => rmSync(folder, { recursive: true })],
  ['folder is moved', () => renameSync(folder, `${folder}-moved`)],
  [
    'database is another',
    (file) => {
      renameSync(file, `${file}.old`)
      writeFileSync(file, '')
    },
  ],
])('nothing is taken that the next start would not find, where the %s', (_, lose) => {
  const store = open()
  store.transaction(() => rename(store, 'Kept'))
  lose(join(folder, 'sandbox.db'))
  expect(() => store.transaction(() => rename(store, 'Ghost'))).toThrow(StorageFailure)
  expect(names(store)).toEqual([{ name: 'Kept' }])
  rmSync(`${folder}-moved`, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
})

// Windows lets nobody cut what is open.
test.skipIf(process.platform === 'win32').each([0, 0.5])(
  'where the log is cut to %d of itself under the server, nothing is written over what is whole',
  (part) => {
    const file = join(folder, 'sandbox.db')
    open().close()
    opened.clear()
    const store = open()
    for (const name of ['One', 'Two', 'Three']) store.transaction(() => rename(store, name))
    truncateSync(`${file}-wal`, Math.floor(statSync(`${file}-wal`).size * part))
    const before = readFileSync(file)
    expect(() => store.transaction(() => rename(store, 'Ghost'))).toThrow(StorageFailure)
    store.close()
    expect(readFileSync(file).equals(before)).toBe(true)
    // As after the end of the process, which still holds the file here.
    const copy = join(folder, 'copy')
    mkdirSync(copy)
    for (const name of readdirSync(folder).filter((each) => each.startsWith('sandbox.db'))) {
      copyFileSync(join(folder, name), join(copy, name))
    }
    expect(names(open(copy))).toHaveLength(1)
  },
)

test('a log that is begun anew, or emptied after a failure, is not taken for one that was cut', () => {
  const store = open()
  for (let round = 0; round < 5; round += 1) {
    store.transaction(() => rename(store, `${round}`.repeat(3_000_000)))
    store.all('PRAGMA max_page_count = 1')
    expect(() => store.transaction(() => rename(store, 'Ghost'.repeat(2_000_000)))).toThrow(
      expect.objectContaining({ message: 'SQLITE_FULL' }),
    )
    store.all('PRAGMA max_page_count = 1000000')
  }
  store.transaction(() => rename(store, 'Kept'))
  expect(names(store)).toEqual([{ name: 'Kept' }])
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
