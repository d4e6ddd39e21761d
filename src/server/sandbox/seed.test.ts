import { rmSync } from 'node:fs'
import { afterEach, beforeEach, expect, test } from 'vitest'
import * as z from 'zod/mini'
import { organizationList, projectList, secretList } from '../../qovery/schema'
import { paymentsSecrets } from './seed-payments'
import { storefront } from './seed-projects'
import { createTestSandbox, exampleId } from './test-sandbox'

let sandbox: ReturnType<typeof createTestSandbox>
beforeEach(() => {
  sandbox = createTestSandbox()
})
afterEach(() => rmSync(sandbox.close(), { recursive: true }))

test('there is one organization with two projects, in the shapes of the contract', async () => {
  const { json } = await sandbox.ask('listOrganizations')
  const organizations = z.parse(organizationList, json)
  const projects = await sandbox.ask('listProjects', {
    project: organizations.results[0]?.id ?? '',
  })
  const { results, unreadable } = z.parse(projectList, projects.json)
  expect(results.map(({ name }) => name)).toEqual(['payments', 'storefront'])
  expect([...organizations.unreadable, ...unreadable]).toEqual([])
})

test('a project lists every type that there is at project level, in the shapes of the contract', async () => {
  const { json } = await sandbox.ask('listProjectSecrets')
  const { results, unreadable } = z.parse(secretList, json)
  expect([...unreadable, ...results.filter(({ unread }) => unread !== undefined)]).toEqual([])
  expect(results.length).toBeGreaterThanOrEqual(12)
  expect(new Set(results.map(({ variable_type }) => variable_type))).toEqual(
    new Set(['VALUE', 'FILE', 'ALIAS', 'OVERRIDE', 'BUILT_IN']),
  )
  expect(new Set(results.map(({ scope }) => scope))).toEqual(new Set(['PROJECT', 'BUILT_IN']))
  expect(new Set(results.map(({ owned_by }) => owned_by))).toEqual(new Set(['QOVERY', 'DOPPLER']))
  expect(results.find(({ id }) => id === exampleId)?.variable_type).toBe('VALUE')
})

test('links are shown with what they point at, and left out where there is none', async () => {
  const secrets = await sandbox.list()
  const of = (key: string, scope = 'PROJECT') =>
    secrets.find((secret) => secret['key'] === key && secret['scope'] === scope) ?? {}
  expect(of('SSL_CERT_FILE')).toMatchObject({
    aliased_secret: {
      key: 'TLS_BUNDLE',
      mount_path: '/etc/tls/bundle.pem',
      variable_type: 'FILE',
      enable_interpolation_in_file: false,
    },
  })
  expect(Object.keys(of('SSL_CERT_FILE')).toSorted()).toEqual([
    'aliased_secret',
    'created_at',
    'description',
    'enable_interpolation_in_file',
    'id',
    'key',
    'owned_by',
    'scope',
    'updated_at',
    'variable_type',
  ])
  expect(of('REGISTRY_PASSWORD')).toMatchObject({
    variable_type: 'OVERRIDE',
    overridden_secret: { key: 'REGISTRY_PASSWORD', scope: 'BUILT_IN', mount_path: '' },
  })
  expect(of('REGISTRY_PASSWORD', 'BUILT_IN')).not.toHaveProperty('overridden_secret')
})

test('what people made of the seeds outlives a restart', async () => {
  await sandbox.ask('deleteProjectSecret')
  await sandbox.alias('KEPT', { secret: idOf('TLS_BUNDLE') })
  sandbox.restart()
  const keys = (await sandbox.list()).map(({ key }) => key)
  expect(keys).toContain('KEPT')
  expect(keys).not.toContain('DB_MASTER_PASSWORD')
})

test('secrets for trials at scale are the same at each start, and come on top', async () => {
  const large = createTestSandbox({ generated: { secrets: 1000 } })
  try {
    const before = await large.list(storefront.id)
    expect(before.length).toBe((await sandbox.list(storefront.id)).length + 1000)
    large.restart()
    expect(await large.list(storefront.id)).toEqual(before)
  } finally {
    rmSync(large.close(), { recursive: true })
  }
})

test('of generated secrets and services, what was deleted is not made again', async () => {
  const large = createTestSandbox({ generated: { secrets: 4, services: 7 } })
  const countOf = () => large.store().all('SELECT id FROM secret').length
  try {
    const before = countOf()
    const rows = await large.list(storefront.id)
    const secret = String(rows.find(({ key }) => key === 'GENERATED_000002_TOKEN')?.['id'])
    await large.ask('deleteProjectSecret', { project: storefront.id, secret })
    const owner = '00000000-0000-4000-8002-000000000000'
    const owned = '00000000-0000-4000-8003-000000000004'
    await large.ask('deleteApplicationSecret', { owner, secret: owned })
    expect(countOf()).toBe(before - 2)
    large.restart()
    expect(countOf()).toBe(before - 2)
    large.restart({ secrets: 5, services: 8 })
    expect(countOf()).toBe(before - 2 + 1 + 6)
    large.restart({})
    large.restart({ secrets: 5, services: 8 })
    expect(countOf()).toBe(before - 2 + 1 + 6)
  } finally {
    rmSync(large.close(), { recursive: true })
  }
})

test('an alias is not generated where its target was deleted and its key taken', async () => {
  const large = createTestSandbox({ generated: { secrets: 4 } })
  try {
    const rows = await large.list(storefront.id)
    const idOfKey = (key: string) => String(rows.find((row) => row['key'] === key)?.['id'])
    const key = 'GENERATED_000003_TOKEN'
    await large.ask('deleteProjectSecret', { project: storefront.id, secret: idOfKey(key) })
    const secret = idOfKey('GENERATED_000002_TOKEN')
    expect((await large.alias(key, { project: storefront.id, secret })).status).toBe(201)
    large.restart({ secrets: 6 })
    const keys = (await large.list(storefront.id)).map((row) => row['key'])
    expect(keys).toContain('GENERATED_000005_TOKEN')
    expect(keys).not.toContain('GENERATED_000004_ALIAS')
  } finally {
    rmSync(large.close(), { recursive: true })
  }
})

const idOf = (key: string) => paymentsSecrets.find((secret) => secret.key === key)?.id ?? ''
