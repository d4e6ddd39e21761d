import { rmSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { scopeOf, type OwnerRef } from '../../qovery/owner'
import { inProduction, production, staging, stagingCheckout } from './seed-environments'
import { payments } from './seed-projects'
import { createTestSandbox, exampleId } from './test-sandbox'

let sandbox: ReturnType<typeof createTestSandbox>
beforeEach(() => {
  sandbox = createTestSandbox()
})
afterEach(() => rmSync(sandbox.close(), { recursive: true }))

const { checkout, fraud, settlement, ingress, network, agent } = inProduction
const listAt = (kind: OwnerRef['kind'], id: string) => sandbox.listAt(kind, id)
const seenAt = async (kind: OwnerRef['kind'], id: string, scope: string) =>
  (await listAt(kind, id)).filter((each) => each['scope'] === scope).map(({ key }) => key)
const idOf = async (key: string, kind: OwnerRef['kind'], id: string, scope: string) => {
  const found = (await listAt(kind, id)).find(
    (each) => each['key'] === key && each['scope'] === scope,
  )
  return String(found?.['id'])
}
const ofProject = (key: string) => idOf(key, 'project', payments.id, 'PROJECT')

describe('an alias is created where it is wanted', () => {
  test('of the project’s, at an environment, which then lists it as it was answered', async () => {
    const { status, json } = await sandbox.ask('createEnvironmentSecretAlias', {
      owner: production.id,
      body: { key: 'PGPASSWORD_PRODUCTION', description: 'new' },
    })
    expect(status).toBe(201)
    expect(json).toMatchObject({
      scope: 'ENVIRONMENT',
      variable_type: 'ALIAS',
      aliased_secret: { id: exampleId, scope: 'PROJECT' },
    })
    expect(
      (await listAt('environment', production.id)).find(({ id }) => id === json['id']),
    ).toEqual(json)
    expect(await seenAt('project', payments.id, 'PROJECT')).not.toContain('PGPASSWORD_PRODUCTION')
    expect(await seenAt('environment', staging.id, 'ENVIRONMENT')).not.toContain(
      'PGPASSWORD_PRODUCTION',
    )
  })

  test.each([
    ['createApplicationSecretAlias', 'application', checkout],
    ['createContainerSecretAlias', 'container', fraud],
    ['createJobSecretAlias', 'job', settlement],
  ] as const)('of the environment’s, by %s', async (operation, kind, { id, name }) => {
    const secret = await idOf('CARD_API_KEY', 'environment', production.id, 'ENVIRONMENT')
    const alias = { owner: id, secret, body: { key: 'OF_AN_ALIAS' } }
    expect((await sandbox.ask(operation, alias)).status).toBe(400)
    const target = await idOf('FEATURE_FLAGS_TOKEN', 'environment', production.id, 'ENVIRONMENT')
    const body = { key: 'FLAGS' }
    const { json } = await sandbox.ask(operation, { owner: id, secret: target, body })
    expect(json).toMatchObject({
      scope: scopeOf({ kind }),
      service_id: id,
      service_name: name,
      aliased_secret: { id: target },
    })
    expect(await seenAt(kind, id, scopeOf({ kind }))).toContain('FLAGS')
  })

  test.each([
    ['helm', ingress],
    ['terraform', network],
    ['agentic_workflow', agent],
  ] as const)('of the project’s, at kind %s by the calls of variables', async (kind, { id }) => {
    const { status, json } = await sandbox.ask('createVariableAlias', {
      body: { key: 'DB', alias_scope: scopeOf({ kind }), alias_parent_id: id.toUpperCase() },
    })
    expect(status).toBe(201)
    expect(json).toMatchObject({
      value: null,
      is_secret: true,
      aliased_variable: { id: exampleId },
      service_id: id,
    })
    expect((await listAt(kind, id)).find((each) => each['id'] === json['id'])).toEqual(json)
  })

  test('of a variable in the clear, which only the calls of variables know', async () => {
    const variables = await listAt('helm', ingress.id)
    const secret = String(variables.find(({ key }) => key === 'LOG_LEVEL')?.['id'])
    const alias = { alias_scope: 'ENVIRONMENT', alias_parent_id: production.id }
    const body = { key: 'LEVEL', ...alias }
    expect((await sandbox.ask('createVariableAlias', { secret, body })).json).toMatchObject({
      is_secret: false,
    })
    const dedicated = { owner: production.id, secret, body: { key: 'LEVEL_2' } }
    expect((await sandbox.ask('createEnvironmentSecretAlias', dedicated)).status).toBe(404)
  })
})

describe('what breaks the rule of scopes is refused with 400, and nothing is created', () => {
  test.each([
    [
      'a service’s at its environment',
      'createEnvironmentSecretAlias',
      production.id,
      'CHECKOUT_SESSION_KEY',
      checkout,
      'application',
    ],
    [
      'a service’s at another service',
      'createContainerSecretAlias',
      fraud.id,
      'CHECKOUT_SESSION_KEY',
      checkout,
      'application',
    ],
    [
      'an environment’s at another’s service',
      'createApplicationSecretAlias',
      stagingCheckout.id,
      'CARD_API_KEY',
      production,
      'environment',
    ],
    [
      'a built-in of an environment at its project',
      'createProjectSecretAlias',
      '',
      'QOVERY_REDIS_Z5C17A09_PASSWORD',
      production,
      'environment',
    ],
  ] as const)('%s', async (_, operation, owner, key, { id }, kind) => {
    const found = (await listAt(kind, id)).find((each) => each['key'] === key)
    const secret = String(found?.['id'])
    const body = { key: 'TOO_WIDE' }
    expect((await sandbox.ask(operation, { owner, secret, body })).status).toBe(400)
    expect(await seenAt('project', payments.id, 'PROJECT')).not.toContain('TOO_WIDE')
  })

  test('an override at the place of what it overrides, and one of an alias', async () => {
    const own = await idOf('FEATURE_FLAGS_TOKEN', 'environment', production.id, 'ENVIRONMENT')
    const alias = await ofProject('PGPASSWORD')
    for (const secret of [own, alias]) {
      const override = { owner: production.id, secret, body: { value: 'v' } }
      expect((await sandbox.ask('createEnvironmentSecretOverride', override)).status).toBe(400)
    }
  })
})

describe('a key that can be seen there is refused with 409 and what has it', () => {
  test.each([
    ['its own', 'LOG_LEVEL', { scope: 'ENVIRONMENT', environment_id: production.id }],
    ['the project’s', 'WEBHOOK_SIGNING_SECRET', { scope: 'PROJECT', environment_id: null }],
    ['a built-in one', 'CLUSTER_REGION', { scope: 'BUILT_IN' }],
    ['the narrower of two', 'SENTRY_DSN', { scope: 'ENVIRONMENT' }],
  ])('%s, at an environment', async (_, key, existing) => {
    const { status, json } = await sandbox.ask('createEnvironmentSecretAlias', {
      owner: production.id,
      body: { key },
    })
    expect(status).toBe(409)
    expect(json['existing_variable']).toMatchObject({
      ...existing,
      key,
      project_id: payments.id,
      service_id: null,
    })
  })

  test('a service’s own is named with its environment', async () => {
    const { json } = await sandbox.ask('createApplicationSecretAlias', {
      owner: checkout.id,
      body: { key: 'DATABASE_PASSWORD' },
    })
    expect(json['existing_variable']).toMatchObject({
      service_id: checkout.id,
      environment_id: production.id,
    })
  })

  test('a narrower place’s key is not in the way: both are there then', async () => {
    expect((await sandbox.alias('CHECKOUT_SESSION_KEY')).status).toBe(201)
    const seen = await listAt('application', checkout.id)
    expect(seen.filter(({ key }) => key === 'CHECKOUT_SESSION_KEY')).toHaveLength(2)
  })
})

describe('a secret is changed by its owner’s calls', () => {
  test('an inherited one is not found by those of a narrower place', async () => {
    const before = await sandbox.list()
    const inherited = { owner: production.id, secret: exampleId, body: { key: 'OTHER' } }
    expect((await sandbox.ask('editEnvironmentSecret', inherited)).status).toBe(404)
    expect((await sandbox.ask('deleteEnvironmentSecret', inherited)).status).toBe(404)
    expect(await sandbox.list()).toEqual(before)
  })

  test('one with an equal key elsewhere keeps its key, and cannot get one that is seen', async () => {
    const key = 'WEBHOOK_SIGNING_SECRET'
    const secret = await idOf(key, 'application', checkout.id, 'APPLICATION')
    const edit = (body: object) =>
      sandbox.ask('editApplicationSecret', { owner: checkout.id, secret, body })
    expect((await edit({ key, description: 'new' })).json).toMatchObject({
      key,
      description: 'new',
    })
    expect((await edit({ key: 'FEATURE_FLAGS_TOKEN' })).status).toBe(409)
  })

  test('a variable is edited and deleted by its id alone, whoever owns it', async () => {
    const secret = await idOf('TLS_CERT', 'helm', ingress.id, 'HELM')
    const edited = await sandbox.ask('editVariable', { secret, body: { key: 'CERT' } })
    expect(edited.json).toMatchObject({ key: 'CERT', aliased_variable: { key: 'TLS_BUNDLE' } })
    expect((await sandbox.ask('deleteVariable', { secret })).status).toBe(204)
    expect((await sandbox.ask('deleteVariable', { secret })).status).toBe(404)
    expect(
      (await sandbox.ask('editVariable', { secret: exampleId, body: { key: 'DB' } })).json,
    ).toMatchObject({ key: 'DB', scope: 'PROJECT' })
    const builtIn = await idOf(
      'QOVERY_REDIS_Z5C17A09_PASSWORD',
      'environment',
      production.id,
      'BUILT_IN',
    )
    expect((await sandbox.ask('deleteVariable', { secret: builtIn })).status).toBe(403)
  })

  test('a deleted secret takes its aliases and overrides along, at every scope', async () => {
    const everywhere = () => sandbox.store().all('SELECT key FROM secret').length
    const flags = await idOf('FEATURE_FLAGS_TOKEN', 'environment', production.id, 'ENVIRONMENT')
    const before = everywhere()
    await sandbox.ask('deleteEnvironmentSecret', { owner: production.id, secret: flags })
    // Its alias at checkout-api and its override at fraud-worker.
    expect(everywhere()).toBe(before - 3)
    await sandbox.ask('deleteProjectSecret', { secret: exampleId })
    expect(await seenAt('terraform', network.id, 'TERRAFORM')).not.toContain('TF_VAR_db_password')
    expect(await seenAt('application', stagingCheckout.id, 'APPLICATION')).not.toContain(
      'PAYMENTS_DB_PASSWORD',
    )
  })
})

describe('secrets, files, variables and overrides are created', () => {
  test('each of its type, at its scope; a secret’s value is kept nowhere', async () => {
    const create = (body: object) =>
      sandbox.ask('createEnvironmentSecret', { owner: staging.id, body })
    const created = await create({ key: 'NEW', value: 'hunter2' })
    expect(created).toMatchObject({
      status: 201,
      json: { variable_type: 'VALUE', scope: 'ENVIRONMENT' },
    })
    const file = await create({ key: 'NEW_FILE', value: 'hunter2', mount_path: '/etc/new' })
    expect(file.json['variable_type']).toBe('FILE')
    expect((await create({ key: 'NEW' })).status).toBe(409)
    const variable = { variable_scope: 'HELM', variable_parent_id: ingress.id }
    const clear = await sandbox.ask('createVariable', {
      body: { key: 'REPLICAS', value: '3', is_secret: false, ...variable },
    })
    expect(clear.json).toMatchObject({ value: '3', is_secret: false, scope: 'HELM' })
    const hidden = await sandbox.ask('createVariable', {
      body: { key: 'TOKEN', value: 'hunter2', is_secret: true, ...variable },
    })
    expect(hidden.json).toMatchObject({ value: null, is_secret: true })
    expect(JSON.stringify(sandbox.store().all('SELECT * FROM secret'))).not.toContain('hunter2')
  })

  test('an override once at a place, with the key of what it overrides', async () => {
    const override = { owner: staging.id, body: { value: 'hunter2' } }
    const { status, json } = await sandbox.ask('createEnvironmentSecretOverride', override)
    expect(status).toBe(201)
    expect(json).toMatchObject({
      key: 'DB_MASTER_PASSWORD',
      variable_type: 'OVERRIDE',
      overridden_secret: { id: exampleId },
    })
    expect((await sandbox.ask('createEnvironmentSecretOverride', override)).status).toBe(409)
    const helm = { value: 'v', override_scope: 'HELM', override_parent_id: ingress.id }
    const narrower = await sandbox.ask('createVariableOverride', { body: helm })
    expect(narrower.json).toMatchObject({ overridden_variable: { id: exampleId }, scope: 'HELM' })
  })

  test.each([
    ['a scope that is none', { alias_scope: 'CLUSTER', alias_parent_id: ingress.id }, 400],
    ['a built-in scope', { alias_scope: 'BUILT_IN', alias_parent_id: ingress.id }, 404],
    ['another scope than its parent’s', { alias_scope: 'JOB', alias_parent_id: ingress.id }, 404],
    ['no parent', { alias_scope: 'HELM' }, 400],
  ])('an alias of a variable with %s is refused', async (_, where, status) => {
    const body = { key: 'NOWHERE', ...where }
    expect((await sandbox.ask('createVariableAlias', { body })).status).toBe(status)
  })

  test('a POST is answered once for its key, by both families', async () => {
    const idempotencyKey = '3c90c3cc-0d44-4b50-8888-000000000001'
    const body = { key: 'ONCE', alias_scope: 'HELM', alias_parent_id: ingress.id }
    const first = await sandbox.ask('createVariableAlias', { idempotencyKey, body })
    const second = await sandbox.ask('createVariableAlias', { idempotencyKey, body })
    expect(second.json).toEqual(first.json)
    expect(second.headers).toMatchObject({ 'idempotency-replayed': 'true' })
  })
})
