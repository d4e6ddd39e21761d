import { describe, expect, test } from 'vitest'
import type { List } from '../../qovery/list'
import type { Environment, Service } from '../../qovery/owner-schema'
import { testId } from '../../qovery/test-secrets'
import { makeTree } from './project-tree'

const projectId = testId(1)
const environment = (last: number, fields: Partial<Environment> = {}): Environment => ({
  id: testId(last),
  created_at: null,
  name: `environment-${last}`,
  mode: 'STAGING',
  expires_at: null,
  ...fields,
})
const service = (last: number, fields: Partial<Service> = {}): Service => ({
  id: testId(last),
  created_at: null,
  name: `service-${last}`,
  service_type: 'APPLICATION',
  job_type: null,
  environment_id: testId(10),
  environment_name: 'environment-10',
  project_id: projectId,
  ...fields,
})
const read = <Item>(...results: Item[]): PromiseSettledResult<List<Item>> => ({
  status: 'fulfilled',
  value: { results, unreadable: [] },
})
const refused = { status: 'rejected' as const, reason: new Error('403') }

test('services stand below their environments, each by name and what matters most first', () => {
  const { environments } = makeTree(
    projectId,
    read(
      environment(11, { name: 'pr-2', mode: 'PREVIEW' }),
      environment(12, { name: 'clone', mode: 'PRODUCTION', expires_at: '2026-08-27T00:00:00Z' }),
      environment(13, { name: 'new', mode: 'GALAXY' }),
      environment(10, { name: 'production', mode: 'PRODUCTION' }),
    ),
    read(service(21, { name: 'web-10' }), service(22, { name: 'web-9' })),
  )
  expect(environments.map(({ name, expires }) => [name, expires])).toEqual([
    ['production', false],
    ['new', false],
    ['pr-2', false],
    ['clone', true],
  ])
  expect(environments[0]?.services.map((node) => node.service.name)).toEqual(['web-9', 'web-10'])
  expect(environments[0]?.services[0]?.owner).toEqual({
    kind: 'application',
    id: testId(22),
    projectId,
    environmentId: testId(10),
  })
})

describe('a service is no owner, and says why, where it is', () => {
  test.each(['DATABASE', 'ARGOCD_APP', 'GATEWAY', 'HOVERCRAFT'])('%s', (service_type) => {
    const { environments } = makeTree(
      projectId,
      read(environment(10)),
      read(service(21, { service_type })),
    )
    const [node] = environments[0]?.services ?? []
    expect(node?.owner).toBeUndefined()
    expect(node?.disabledReason).toMatch(/\w/)
  })
})

test('an environment that its list hides is known by its services', () => {
  const { environments } = makeTree(
    projectId,
    read<Environment>(),
    read(service(21), service(22, { environment_id: testId(30), environment_name: null })),
  )
  expect(environments.map(({ owner, name }) => [owner.id, name])).toEqual([
    [testId(30), null],
    [testId(10), 'environment-10'],
  ])
})

test('what is of another project, or of nobody knows which, is left out', () => {
  const { environments } = makeTree(
    projectId,
    read(environment(10)),
    read(
      service(21, { project_id: testId(2), environment_id: testId(40) }),
      service(22, { project_id: null, environment_id: testId(41) }),
      service(23, { environment_id: null }),
      service(24, { project_id: null }),
    ),
  )
  expect(environments).toHaveLength(1)
  expect(environments[0]?.services.map((node) => node.service.id)).toEqual([testId(24)])
})

test('a list that was refused takes the other not along', () => {
  const withoutServices = makeTree(projectId, read(environment(10)), refused)
  expect(withoutServices.environments).toHaveLength(1)
  expect(withoutServices.servicesError?.message).toBe('403')
  const withoutEnvironments = makeTree(projectId, refused, read(service(21)))
  expect(withoutEnvironments.environments.map(({ name }) => name)).toEqual(['environment-10'])
  expect(withoutEnvironments.environmentsError?.message).toBe('403')
})
