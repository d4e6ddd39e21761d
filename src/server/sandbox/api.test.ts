import { randomUUID } from 'node:crypto'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { organization, storefront } from './seed-projects'
import { StorageFailure } from './store-error'
import { createTestSandbox, exampleId } from './test-sandbox'

const sandbox = createTestSandbox()
afterAll(() => rmSync(sandbox.close(), { recursive: true }))

test.each(['Token qov_sandbox', undefined])(
  'a call with the credentials %j is answered',
  async (authorization) => {
    expect((await sandbox.ask('getProject', { authorization })).status).toBe(200)
  },
)

test.each(['Bearer qov_sandbox', 'Token qov_other', 'qov_sandbox', ''])(
  'a call with the credentials %j is refused',
  async (authorization) => {
    expect(await sandbox.ask('getProject', { authorization })).toMatchObject({
      status: 401,
      json: { status: 401, error: 'Unauthorized', path: `/project/${exampleId}` },
    })
  },
)

test.each(['getOrganization', 'listProjects', 'getProject', 'listProjectSecrets'] as const)(
  '%s of an id that is none is not found',
  async (operation) => {
    const project = '00000000-0000-4000-8000-000000000000'
    expect((await sandbox.ask(operation, { project })).status).toBe(404)
  },
)

test('organization and project are shown by their ids', async () => {
  expect((await sandbox.ask('getOrganization', { project: organization.id })).json).toMatchObject({
    name: organization.name,
  })
  expect((await sandbox.ask('getProject')).json).toEqual({
    id: exampleId,
    created_at: expect.any(String),
    name: 'payments',
    description: expect.any(String),
    organization: { id: organization.id },
    associated_environments_count: 3,
  })
})

test('a submission makes one alias however often it comes, also after a restart', async () => {
  const submission = { idempotencyKey: randomUUID() }
  const first = await sandbox.alias('ONCE', submission)
  const second = await sandbox.alias('ONCE', submission)
  sandbox.restart()
  const third = await sandbox.alias('ONCE', submission)
  expect([first, second, third].map(({ status }) => status)).toEqual([201, 201, 201])
  expect(new Set([first, second, third].map(({ body }) => body)).size).toBe(1)
  expect(first.headers).toBeUndefined()
  expect(third.headers).toEqual({ 'idempotency-replayed': 'true' })
})

test('a definitive refusal is repeated, although it would be another by now', async () => {
  const submission = { idempotencyKey: randomUUID() }
  expect((await sandbox.alias('SENTRY_DSN', submission)).status).toBe(409)
  const existing = (await sandbox.list()).find(({ key }) => key === 'SENTRY_DSN')
  await sandbox.ask('deleteProjectSecret', { secret: String(existing?.['id']) })
  expect((await sandbox.alias('SENTRY_DSN', submission)).status).toBe(409)
  expect((await sandbox.alias('SENTRY_DSN', { idempotencyKey: randomUUID() })).status).toBe(201)
})

test('a key that comes with another body creates nothing', async () => {
  const submission = { idempotencyKey: randomUUID() }
  await sandbox.alias('FIRST', submission)
  expect((await sandbox.alias('SECOND', submission)).status).toBe(422)
  expect((await sandbox.list()).map(({ key }) => key)).not.toContain('SECOND')
})

test('a disk that is full answers 507, keeps no ghost, and the same submission works later', async () => {
  const before = await sandbox.list()
  const submission = { idempotencyKey: randomUUID() }
  const many = { body: { key: `FULL_${'x'.repeat(60_000)}` }, ...submission }
  sandbox.store().all('PRAGMA max_page_count = 1')
  expect(await sandbox.alias('', many)).toMatchObject({ status: 507, json: { status: 507 } })
  expect(await sandbox.list()).toEqual(before)
  sandbox.store().all('PRAGMA max_page_count = 1000000')
  expect((await sandbox.alias('', many)).status).toBe(201)
})

test('a disk that fails, and does not let go of what it was given, leaves the outcome open', async () => {
  const failing = createTestSandbox({
    around: (store) => ({
      ...store,
      transaction: () => {
        throw new StorageFailure('SQLITE_IOERR_FSYNC', true)
      },
    }),
  })
  const { status, json } = await failing.alias('LEFT_OPEN')
  expect(status).toBe(507)
  expect(json['detail']).toBe(
    'The disk failed. Whether anything was changed shows once the server has been started again.',
  )
  rmSync(failing.close(), { recursive: true })
})

test.skipIf(process.platform === 'win32')(
  'a database that is deleted under the server takes nothing more, and says so',
  async () => {
    const lost = createTestSandbox()
    const before = await lost.list()
    rmSync(lost.folder, { recursive: true })
    const { status, json } = await lost.alias('LOST')
    expect(status).toBe(507)
    expect(json['detail']).toMatch(/moved or deleted under the server\. Nothing was changed/)
    expect(await lost.list()).toEqual(before)
    lost.close()
  },
)

test('a database that is damaged under the server is said to be, by its code, and takes nothing more', async () => {
  const filled = createTestSandbox({ generated: { secrets: 5000 } })
  expect((await filled.alias('BEFORE')).status).toBe(201)
  filled.store().all('PRAGMA wal_checkpoint(TRUNCATE)')
  const file = join(filled.folder, 'sandbox.db')
  // The first pages are those that SQLite has read and keeps.
  writeFileSync(file, readFileSync(file).fill(0xa5, 40_960))
  const { status, json } = await filled.ask('listProjectSecrets', { project: storefront.id })
  expect(status).toBe(500)
  expect(json['detail']).toMatch(
    /^The sandbox’s database is damaged \(SQLITE_CORRUPT\w*\), and nothing more/,
  )
  expect(await filled.alias('AFTER')).toMatchObject({
    status: 500,
    json: { detail: json['detail'] },
  })
  expect(filled.lines).toEqual([json['detail']])
  rmSync(filled.close(), { recursive: true })
})

test('lists that are asked for together are made once, and others are answered between two', async () => {
  const order: string[] = []
  const busy = createTestSandbox({
    around: (store) => ({
      ...store,
      all: (sql, ...values) => {
        if (sql.includes('ORDER BY secret.key')) {
          order.push(values[0] === exampleId ? 'payments' : 'storefront')
          // As what comes in while the list is made.
          setImmediate(() => order.push('another call'))
        }
        return store.all(sql, ...values)
      },
    }),
  })
  const lists = Array.from({ length: 10 }, () => busy.list())
  await Promise.all([...lists, busy.list(storefront.id)])
  expect(order.slice(0, 3)).toEqual(['payments', 'another call', 'storefront'])
  expect((await lists[9])?.length).toBeGreaterThan(0)
  expect(await lists[9]).toEqual(await lists[0])
  await busy.alias('AFTER_THE_LIST')
  expect((await busy.list()).map(({ key }) => key)).toContain('AFTER_THE_LIST')
  rmSync(busy.close(), { recursive: true })
})
