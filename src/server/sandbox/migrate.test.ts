import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'libsql'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { noParams } from '../../qovery/all-routes'
import { createSandbox } from './api'
import { firstTables } from './first-tables'
import { openStore } from './open-store'
import { production } from './seed-environments'
import { organization, payments, storefront } from './seed-projects'
import type { Store } from './store'

let folder = ''
let store: Store | undefined
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'alias-console-migrate-'))
})
afterEach(() => {
  store?.close()
  rmSync(folder, { recursive: true })
})
const open = () => {
  store?.close()
  store = openStore(folder)
  return store
}

const rows = [
  ['kept-source', 'PROJECT', 'VALUE', 'MADE_BY_HAND', null, null],
  ['kept-alias', 'PROJECT', 'ALIAS', 'SECOND_NAME', 'kept-source', null],
  ['kept-built-in', 'BUILT_IN', 'BUILT_IN', 'QOVERY_HOST', null, null],
  ['kept-environment', 'ENVIRONMENT', 'VALUE', 'FLAGS', null, null],
  ['kept-service', 'JOB', 'VALUE', 'SFTP', null, 'a71d9293-8bb4-4b6d-8129-68f007e5ef8f'],
] as const

/** Leaves a database as the first consoles did, with what people made of it. */
const leaveFirst = (version: number, ...more: string[]) => {
  const database = new Database(join(folder, 'sandbox.db'))
  database.exec(firstTables.join(';'))
  const { id, created_at } = organization
  database.prepare('INSERT INTO organization VALUES (?, ?, ?)').run(id, created_at, 'Renamed')
  const project = database.prepare('INSERT INTO project VALUES (?, ?, ?, ?, ?, ?)')
  for (const each of [payments, storefront]) project.run(each.id, id, created_at, each.name, '', 3)
  const insert = database.prepare(
    `INSERT INTO secret (id, project_id, created_at, updated_at, scope, variable_type, key, aliased_id, service_id, description)
     VALUES (?, ?, '', '', ?, ?, ?, ?, ?, 'mine')`,
  )
  for (const [rowId, ...row] of rows) insert.run(rowId, payments.id, ...row)
  database.prepare('INSERT INTO answer VALUES (?, ?, ?, ?, ?)').run('k', 'print', 201, '{}', 9e15)
  database.exec([...more, `PRAGMA user_version = ${version}`].join(';'))
  database.close()
}

const mine = () =>
  open().all(
    "SELECT id, scope, variable_type, key, aliased_id, service_id, owner_id FROM secret WHERE description = 'mine' ORDER BY rowid",
  )

test.each([
  ['', 1, []],
  [' that wrote no version', 0, []],
  [' that SQLite has looked into', 1, ['ANALYZE']],
])(
  'a database of the first consoles%s is brought up to date, with all that people made',
  (_, version, more) => {
    leaveFirst(version, ...more)
    const owners = [
      payments.id,
      payments.id,
      payments.id,
      production.id,
      'a71d9293-8bb4-4b6d-8129-68f007e5ef8f',
    ]
    const expected = rows.map(([id, scope, variable_type, key, aliased_id, service_id], index) => ({
      id,
      scope,
      variable_type,
      key,
      aliased_id,
      service_id,
      owner_id: owners[index],
    }))
    expect(mine()).toEqual(expected)
    expect(store?.all('SELECT name FROM organization')).toEqual([{ name: 'Renamed' }])
    expect(store?.all('PRAGMA user_version')).toEqual([{ user_version: 2 }])
    expect(store?.all('PRAGMA foreign_key_check')).toEqual([])
    expect(mine(), 'after another start').toEqual(expected)
  },
)

test('it gets environments and services, but for secrets whose target people have deleted', () => {
  leaveFirst(1)
  const keys = open()
    .all('SELECT key FROM secret WHERE owner_id = ?', production.id)
    .map((row) => Object.values(Object(row))[0])
  expect(keys).toContain('REDIS_PASSWORD')
  expect(keys).not.toContain('CARD_API_KEY')
  const counts = store?.all(
    'SELECT (SELECT count(*) FROM environment) AS environments, (SELECT count(*) FROM service) AS services',
  )
  expect(counts).toEqual([{ environments: 5, services: 20 }])
})

test('a call that is sent again after it is refused for what it made, not for its idempotency key', async () => {
  leaveFirst(1)
  const answer = await createSandbox(
    open(),
    () => undefined,
  )({
    operation: 'createProjectSecretAlias',
    params: { ...noParams, projectId: payments.id, secretId: 'kept-source' },
    body: JSON.stringify({ key: 'SECOND_NAME' }),
    authorization: undefined,
    idempotencyKey: 'k',
  })
  expect(answer.status).toBe(409)
})

test('deleting a secret takes its aliases along as before', () => {
  leaveFirst(1)
  open().run("DELETE FROM secret WHERE id = 'kept-source'")
  expect(store?.all("SELECT id FROM secret WHERE id = 'kept-alias'")).toEqual([])
})
