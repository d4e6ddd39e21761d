import { rmSync } from 'node:fs'
import { afterAll, expect, test } from 'vitest'
import * as z from 'zod/mini'
import { secret as secretSchema } from '../../qovery/schema'
import { narrowerSecrets } from './seed-narrower-scopes'
import { paymentsSecrets } from './seed-payments'
import { storefrontSecrets } from './seed-storefront'
import { createTestSandbox, exampleId } from './test-sandbox'

const sandbox = createTestSandbox()
const { ask, alias } = sandbox
afterAll(() => rmSync(sandbox.close(), { recursive: true }))

const idOf = (key: string) => paymentsSecrets.find((secret) => secret.key === key)?.id ?? ''
const keys = async () => (await sandbox.list()).map(({ key }) => key)

test('an alias is answered as the contract says, and then listed as it was answered', async () => {
  const body = { key: 'WHOLE', description: 'Ä'.repeat(255), enable_interpolation_in_file: true }
  const { status, json } = await ask('createProjectSecretAlias', { body })
  expect(status).toBe(201)
  expect(z.parse(secretSchema, json)).toMatchObject({
    ...body,
    scope: 'PROJECT',
    variable_type: 'ALIAS',
    aliased_secret: { id: exampleId, key: 'DB_MASTER_PASSWORD' },
  })
  expect(json['created_at']).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/)
  expect((await sandbox.list()).find(({ key }) => key === 'WHOLE')).toEqual(json)
})

test.each([
  ['left out', {}, null],
  ['null', { description: null, enable_interpolation_in_file: null }, null],
  ['false', { enable_interpolation_in_file: false }, false],
])('what is %s is answered as such', async (what, more, interpolation) => {
  const { json } = await alias('', { body: { key: `OPTIONAL_${what}`, ...more } })
  expect(json).toMatchObject({ description: null, enable_interpolation_in_file: interpolation })
})

test.each(['<string>', 'with space', 'Ünïcode', '🗝', 'x'.repeat(300), "'; DROP TABLE secret; --"])(
  'the API takes the key %j as it is',
  async (key) => {
    expect((await alias(key)).json['key']).toBe(key)
  },
)

test('an alias may have the key of a built-in secret, and then overrides it', async () => {
  const { status, json } = await alias('CLUSTER_REGION')
  expect(status).toBe(201)
  expect(json['overridden_secret']).toMatchObject({ id: idOf('CLUSTER_REGION'), scope: 'BUILT_IN' })
  expect(await keys()).toEqual(expect.arrayContaining(['CLUSTER_REGION', 'CLUSTER_REGION']))
})

test('a file, a built-in secret and an override can be aliased', async () => {
  for (const key of ['TLS_BUNDLE', 'QOVERY_POSTGRESQL_Z8F41C2A_PASSWORD', 'REGISTRY_PASSWORD']) {
    const { json } = await alias(`ALIAS_OF_${key}`, { secret: idOf(key) })
    expect(json['aliased_secret']).toMatchObject({ id: idOf(key), key })
  }
})

test('a key that is taken at project level is refused with what has it', async () => {
  const { status, json } = await alias('SENTRY_DSN')
  expect(status).toBe(409)
  expect(json).toEqual({
    status: 409,
    error: 'Conflict',
    detail: 'Variable already exists: SENTRY_DSN',
    timestamp: expect.stringMatching(/Z$/),
    path: `/project/${exampleId}/secret/${exampleId}/alias`,
    existing_variable: {
      id: idOf('SENTRY_DSN'),
      key: 'SENTRY_DSN',
      scope: 'PROJECT',
      project_id: exampleId,
      environment_id: null,
      service_id: null,
    },
  })
})

test('keys are told apart by case', async () => {
  expect((await alias('sentry_dsn')).status).toBe(201)
})

test('an alias of an alias is refused', async () => {
  expect(await alias('CHAINED', { secret: idOf('PGPASSWORD') })).toMatchObject({
    status: 400,
    json: { detail: "You can't create an alias on an alias" },
  })
})

test.each(narrowerSecrets.map(({ scope, id }) => [scope, id]))(
  'a secret of scope %s exists, is not listed, and has no alias at project level',
  async (scope, secret) => {
    expect(await alias(`REACHES_${scope}`, { secret })).toMatchObject({
      status: 400,
      json: { detail: expect.stringContaining(scope ?? '') },
    })
    expect((await sandbox.list()).map(({ id }) => id)).not.toContain(secret)
  },
)

const nowhere = '00000000-0000-4000-8000-000000000000'

test.each([
  ['a project that is none', { project: nowhere }],
  ['a secret that is none', { secret: nowhere }],
  ['a secret of another project', { secret: storefrontSecrets[0]?.id ?? '' }],
])('%s is not found', async (_, ids) => {
  expect((await alias('NOWHERE', ids)).status).toBe(404)
})

test.each([
  ['no object', null],
  ['a list', []],
  ['no key', {}],
  ['an empty key', { key: '' }],
  ['a key that is a number', { key: 1 }],
  ['half a character in the key', { key: 'A\ud800' }],
  ['NUL in the key', { key: 'A\0' }],
  ['half a character in the description', { key: 'UNFIT', description: '\udc00' }],
  ['a description of 256 characters', { key: 'UNFIT', description: 'x'.repeat(256) }],
  ['a description that is a number', { key: 'UNFIT', description: 1 }],
  ['an interpolation that is a word', { key: 'UNFIT', enable_interpolation_in_file: 'yes' }],
])('a body with %s is refused in words', async (_, body) => {
  const { status, json } = await ask('createProjectSecretAlias', { body })
  expect([status, json['status']]).toEqual([400, 400])
  expect(json['detail']).toMatch(/^(The body|key|description|enable_interpolation_in_file) /)
})

test('fields that are not documented are left alone', async () => {
  const body = { key: 'MORE_FIELDS', id: nowhere, scope: 'BUILT_IN', value: 'v' }
  expect((await ask('createProjectSecretAlias', { body })).json).toMatchObject({
    id: expect.not.stringMatching(nowhere),
    scope: 'PROJECT',
  })
})

test('no refusal has created anything', async () => {
  const refused = /^(CHAINED|REACHES_|NOWHERE|UNFIT|A.?$)/
  expect((await keys()).filter((key) => refused.test(String(key)))).toEqual([])
})
