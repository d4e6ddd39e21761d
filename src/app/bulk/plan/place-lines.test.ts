import { describe, expect, test } from 'vitest'
import { testId } from '../../../qovery/test-secrets'
import type { EnvironmentNode, ProjectTree } from '../../queries/project-tree'
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

  test('have the clone that somebody is at, and no other', () => {
    expect(linesOf(projectId, tree, clone.owner).map(({ id }) => id)).toEqual([
      projectId,
      production.owner.id,
      clone.owner.id,
    ])
  })
})
