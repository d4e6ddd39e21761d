import { describe, expect, test } from 'vitest'
import { serviceOwner } from '../../../qovery/owner'
import { testId } from '../../../qovery/test-secrets'
import type { EnvironmentNode, ProjectTree, ServiceNode } from '../../queries/project-tree'
import { linesOf } from './place-lines'

const projectId = testId(90)
const environment = (id: number, expires: boolean): EnvironmentNode => ({
  owner: { kind: 'environment', id: testId(id), projectId },
  name: `environment-${id}`,
  mode: 'DEVELOPMENT',
  expires,
  services: [],
})
const [production, clone, otherClone] = [
  environment(1, false),
  environment(2, true),
  environment(3, true),
]
const tree: ProjectTree = {
  environments: [production, clone, otherClone],
  unreadable: [],
  environmentsError: null,
  servicesError: null,
}

describe('a project’s places', () => {
  test('leave out throwaway clones', () => {
    expect(linesOf(projectId, tree).map(({ id }) => id)).toEqual([projectId, production.owner.id])
  })

  test('say in how many of its services an alias of an environment is seen', () => {
    const service = (name: string, service_type: string, owns: boolean): ServiceNode => ({
      owner: owns
        ? serviceOwner(production.owner, { kind: 'helm', id: testId(name.length) })
        : undefined,
      service: {
        id: testId(name.length),
        created_at: null,
        name,
        service_type,
        job_type: null,
        environment_id: null,
        environment_name: null,
        project_id: null,
      },
      disabledReason: owns ? undefined : 'A database owns no variables',
    })
    const about = (services: ServiceNode[]) =>
      linesOf(projectId, { ...tree, environments: [{ ...production, services }] })
        .slice(1)
        .map((line) => line.about)
    const chart = service('chart', 'HELM', true)
    expect(about([chart])).toEqual(['Development · seen in its 1 service', 'Helm chart'])
    expect(about([chart, service('database', 'DATABASE', false)])).toEqual([
      'Development · seen in 1 of its 2 services',
      'Helm chart',
      'A database owns no variables',
    ])
  })

  test('have the clone that somebody is at, and no other', () => {
    expect(linesOf(projectId, tree, clone.owner).map(({ id }) => id)).toEqual([
      projectId,
      production.owner.id,
      clone.owner.id,
    ])
  })
})
