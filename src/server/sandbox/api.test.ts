import { randomUUID } from 'node:crypto'
import { rmSync } from 'node:fs'
import { afterAll, expect, test } from 'vitest'
import { organization } from './seed-projects'
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
  const holder = (await sandbox.list()).find(({ key }) => key === 'SENTRY_DSN')
  await sandbox.ask('deleteProjectSecret', { secret: String(holder?.['id']) })
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
