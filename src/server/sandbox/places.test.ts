import { rmSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import * as z from 'zod/mini'
import { scopeOf, type OwnerRef } from '../../qovery/owner'
import { environmentList, serviceList, variableList } from '../../qovery/owner-schema'
import { secretList } from '../../qovery/schema'
import { inProduction, production, staging } from './seed-environments'
import { organization, payments, storefront } from './seed-projects'
import { createTestSandbox } from './test-sandbox'

let sandbox: ReturnType<typeof createTestSandbox>
beforeEach(() => {
  sandbox = createTestSandbox()
})
afterEach(() => rmSync(sandbox.close(), { recursive: true }))

const { checkout, fraud, settlement, ingress, network, agent, orders, dashboards } = inProduction
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

describe('a tree of environments and services', () => {
  test('a project lists its environments, one of them about to expire', async () => {
    const { json } = await sandbox.ask('listEnvironments')
    const { results, unreadable } = z.parse(environmentList, json)
    expect([results.length, unreadable]).toEqual([3, []])
    expect(new Set(results.map(({ mode }) => mode))).toEqual(
      new Set(['PRODUCTION', 'STAGING', 'PREVIEW']),
    )
    expect(results.filter(({ expires_at }) => expires_at !== null)).toHaveLength(1)
    expect((await sandbox.ask('getProject')).json['associated_environments_count']).toBe(3)
  })

  test('its services are of every type, and listed alike by the organization and by their environment', async () => {
    const all = await sandbox.ask('listServices', {
      organization: organization.id,
    })
    const { results, unreadable } = z.parse(serviceList, all.json)
    expect(unreadable).toEqual([])
    expect(new Set(results.map(({ service_type }) => service_type))).toEqual(
      new Set(Object.values(inProduction).map(({ service_type }) => service_type)),
    )
    const one = await sandbox.ask('listEnvironmentServices', { owner: production.id })
    const plain = ({
      id,
      name,
      service_type,
      job_type,
      environment_id,
    }: (typeof results)[number]) => ({ id, name, service_type, job_type, environment_id })
    expect(z.parse(serviceList, one.json).results.map(plain)).toEqual(
      results.filter(({ environment_id }) => environment_id === production.id).map(plain),
    )
  })
})

describe('a list shows a place’s own and that of what is around it', () => {
  test('the project nothing narrower, the environment nothing of its services', async () => {
    const scopes = async (kind: OwnerRef['kind'], id: string) =>
      new Set((await listAt(kind, id)).map(({ scope }) => scope))
    expect(await scopes('project', payments.id)).toEqual(new Set(['PROJECT', 'BUILT_IN']))
    expect(await scopes('environment', production.id)).toEqual(
      new Set(['PROJECT', 'ENVIRONMENT', 'BUILT_IN']),
    )
  })

  test.each([
    ['application', checkout],
    ['container', fraud],
    ['job', settlement],
    ['helm', ingress],
    ['terraform', network],
    ['agentic_workflow', agent],
  ] as const)('a service of kind %s all of its environment, and its own', async (kind, { id }) => {
    const seen = await listAt(kind, id)
    const wider = await listAt('environment', production.id)
    const ids = new Set(seen.map((each) => each['id']))
    expect(wider.filter((each) => !ids.has(each['id']))).toEqual([])
    const own = seen.filter((each) => each['scope'] === scopeOf({ kind }))
    expect(own.length).toBeGreaterThanOrEqual(2)
    expect(new Set(own.map((each) => each['service_id']))).toEqual(new Set([id]))
  })

  test('nothing of another environment', async () => {
    const [here, there] = [
      await listAt('environment', production.id),
      await listAt('environment', staging.id),
    ]
    const ids = new Set(here.map(({ id }) => id))
    const shared = there.filter(({ id }) => ids.has(id)).map(({ scope }) => scope)
    expect(new Set(shared)).toEqual(new Set(['PROJECT', 'BUILT_IN']))
    expect(there.length).toBeGreaterThan(shared.length)
  })

  test('variables in the clear, with their values, only where variables are asked for', async () => {
    const { json } = await sandbox.ask('listVariables', { owner: ingress.id, scope: 'HELM' })
    const all = json.results ?? []
    expect(
      all.filter((each) => each['is_secret'] === false && each['value'] === 'info'),
    ).toHaveLength(1)
    expect(all.filter((each) => each['is_secret'] === true && each['value'] !== null)).toEqual([])
    const { results, unreadable } = z.parse(variableList, json)
    expect(results).toHaveLength(all.filter((each) => each['is_secret'] === true).length)
    expect([...unreadable, ...results.filter(({ unread }) => unread !== undefined)]).toEqual([])
    expect(await seenAt('environment', production.id, 'ENVIRONMENT')).not.toContain('LOG_LEVEL')
  })

  test('equal keys without a link, an override with one, and an orphan whose target nothing shows', async () => {
    const seen = z.parse(secretList, { results: await listAt('application', checkout.id) }).results
    const twice = seen.filter(({ key }) => key === 'WEBHOOK_SIGNING_SECRET')
    expect(twice.map(({ scope, overridden_secret }) => [scope, overridden_secret])).toEqual(
      expect.arrayContaining([
        ['APPLICATION', null],
        ['PROJECT', null],
      ]),
    )
    const override = seen.find(({ key, scope }) => key === 'SENTRY_DSN' && scope === 'ENVIRONMENT')
    expect(override?.overridden_secret?.id).toBe(await ofProject('SENTRY_DSN'))
    const orphan = seen.find(({ key }) => key === 'ORDERS_DB_LOGIN')
    expect(orphan?.aliased_secret?.key).toBe('QOVERY_POSTGRESQL_Z8F41C2A_LOGIN')
    expect(seen.map(({ id }) => id)).not.toContain(orphan?.aliased_secret?.id)
  })

  test.each([
    ['a database', 'listApplicationSecrets', orders.id],
    ['an ArgoCD app', 'listVariables', dashboards.id],
    ['a service by the calls of another kind', 'listContainerSecrets', checkout.id],
    ['an environment that is none', 'listEnvironmentSecrets', checkout.id],
  ] as const)('%s has no list', async (_, operation, owner) => {
    const { status } = await sandbox.ask(operation, { owner, scope: 'HELM' })
    expect(status).toBe(404)
  })
})

test('40 environments and 500 services more are the same at each start, each with what it owns', async () => {
  const large = createTestSandbox({ generated: { environments: 40, services: 500 } })
  try {
    const tree = async () => {
      const all = { organization: organization.id, project: storefront.id }
      const environments = await large.ask('listEnvironments', { project: storefront.id })
      return [
        environments.json.results ?? [],
        (await large.ask('listServices', all)).json.results ?? [],
      ] as const
    }
    const [environments, services] = await tree()
    expect([environments.length, services.length]).toEqual([42, 505])
    const first = services.find(
      ({ id, service_type }) => service_type === 'APPLICATION' && String(id).startsWith('00000000'),
    )
    const list = await large.ask('listApplicationSecrets', { owner: String(first?.['id']) })
    const { results, unreadable } = z.parse(secretList, list.json)
    expect(unreadable).toEqual([])
    expect(results.filter(({ scope }) => scope === 'APPLICATION').map(({ key }) => key)).toEqual([
      'SERVICE_PASSWORD',
      'SESSION_KEY',
    ])
    expect(results.filter(({ scope }) => scope === 'BUILT_IN').length).toBeGreaterThanOrEqual(24)
    large.restart()
    expect(await tree()).toEqual([environments, services])
  } finally {
    rmSync(large.close(), { recursive: true })
  }
})
