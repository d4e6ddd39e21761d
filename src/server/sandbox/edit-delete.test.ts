import { rmSync } from 'node:fs'
import { beforeEach, afterEach, expect, test } from 'vitest'
import { narrowerSecrets } from './seed-narrower-scopes'
import { paymentsSecrets } from './seed-payments'
import { createTestSandbox, exampleId } from './test-sandbox'

let sandbox: ReturnType<typeof createTestSandbox>
beforeEach(() => {
  sandbox = createTestSandbox()
})
afterEach(() => rmSync(sandbox.close(), { recursive: true }))

const idOf = (key: string, scope = 'PROJECT') =>
  paymentsSecrets.find((secret) => secret.key === key && secret.scope === scope)?.id ?? ''
const edit = (secret: string, body: unknown) => sandbox.ask('editProjectSecret', { secret, body })
const remove = (secret: string) => sandbox.ask('deleteProjectSecret', { secret })
const narrower = narrowerSecrets[0]?.id ?? ''

test('an alias gets another key and description; what is not sent stays', async () => {
  const secret = idOf('SSL_CERT_FILE')
  const { status, json } = await edit(secret, { key: 'RENAMED', description: 'new' })
  expect(status).toBe(200)
  expect(json).toMatchObject({
    id: secret,
    key: 'RENAMED',
    description: 'new',
    enable_interpolation_in_file: false,
    aliased_secret: { key: 'TLS_BUNDLE' },
  })
  expect(json['updated_at']).not.toBe(json['created_at'])
  expect(
    (await edit(secret, { key: 'RENAMED', enable_interpolation_in_file: true })).json,
  ).toMatchObject({
    description: 'new',
    enable_interpolation_in_file: true,
  })
  expect((await edit(secret, { key: 'RENAMED', description: null })).json['description']).toBeNull()
})

test('a target that is renamed shows its new key on its aliases', async () => {
  await edit(exampleId, { key: 'DB_PASSWORD' })
  const aliases = (await sandbox.list()).filter(({ key }) => key === 'PGPASSWORD')
  expect(aliases).toMatchObject([{ aliased_secret: { key: 'DB_PASSWORD' } }])
})

test('a value is taken and shown nowhere', async () => {
  const { status, body } = await edit(exampleId, { key: 'DB_MASTER_PASSWORD', value: 'hunter2' })
  expect([status, body?.includes('hunter2')]).toEqual([200, false])
})

test.each([
  ['the value of an alias', () => idOf('PGPASSWORD'), { key: 'PGPASSWORD', value: 'v' }, 400],
  ['a built-in secret', () => idOf('CLUSTER_REGION', 'BUILT_IN'), { key: 'CLUSTER_REGION' }, 400],
  ['the key of an override', () => idOf('REGISTRY_PASSWORD'), { key: 'OTHER' }, 400],
  ['the key to one that is taken', () => exampleId, { key: 'SENTRY_DSN' }, 409],
  ['the key to none', () => exampleId, { key: '' }, 400],
  ['a secret of a narrower scope', () => narrower, { key: 'OTHER' }, 404],
  ['a secret that is none', () => '00000000-0000-4000-8000-000000000000', { key: 'A' }, 404],
])('%s is not edited', async (_, secret, body, status) => {
  const before = await sandbox.list()
  expect((await edit(secret(), body)).status).toBe(status)
  expect(await sandbox.list()).toEqual(before)
})

test('a deleted secret takes its aliases along, and only those', async () => {
  const before = (await sandbox.list()).map(({ key }) => key)
  expect(await remove(exampleId)).toMatchObject({ status: 204, body: null })
  const gone = new Set(['DB_MASTER_PASSWORD', 'PGPASSWORD'])
  const left = (await sandbox.list()).map(({ key }) => key)
  expect(left).toEqual(before.filter((key) => !gone.has(String(key))))
})

test('a deleted alias leaves its target', async () => {
  expect((await remove(idOf('PGPASSWORD'))).status).toBe(204)
  expect((await sandbox.list()).map(({ id }) => id)).toContain(exampleId)
  expect((await remove(idOf('PGPASSWORD'))).status).toBe(404)
})

test('a built-in secret is not deleted, and one of a narrower scope is not found', async () => {
  const before = await sandbox.list()
  expect((await remove(idOf('CLUSTER_REGION', 'BUILT_IN'))).status).toBe(403)
  expect((await remove(narrower)).status).toBe(404)
  expect(await sandbox.list()).toEqual(before)
})
