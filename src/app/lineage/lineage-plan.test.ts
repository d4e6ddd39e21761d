import { expect, test } from 'vitest'
import { environmentOwner, projectOwner, serviceOwner } from '../../qovery/owner'
import { linkTo, testId, testList, testSecret } from '../../qovery/test-secrets'
import type { EnvironmentNode, ProjectTree } from '../queries/project-tree'
import { costText, findDependents, nothingFound, planLineage, placeText } from './lineage-plan'
import type { Outcome, Reading } from './read-lists'

const project = projectOwner(testId(90))
const node = (last: number, fields: Partial<EnvironmentNode> = {}): EnvironmentNode => {
  const owner = environmentOwner(project.id, testId(last))
  const service = (name: string, id: number, service_type: string) => ({
    service: {
      id: testId(id),
      created_at: null,
      name,
      service_type,
      job_type: null,
      environment_id: owner.id,
      environment_name: null,
      project_id: project.id,
    },
    owner:
      service_type === 'DATABASE'
        ? undefined
        : serviceOwner(owner, { kind: 'application', id: testId(id) }),
    disabledReason: undefined,
  })
  return {
    owner,
    name: `environment-${last}`,
    mode: 'PRODUCTION',
    expires: false,
    services: [
      service('web', last * 100 + 1, 'APPLICATION'),
      service('db', last * 100 + 2, 'DATABASE'),
    ],
    ...fields,
  }
}
const tree: ProjectTree = {
  environments: [node(1), node(2, { mode: 'PREVIEW' }), node(3, { expires: true })],
  unreadable: [],
  environmentsError: null,
  servicesError: null,
}

test('previews and what expires are left out and counted, until somebody wants them', () => {
  const few = planLineage(tree, project, { previews: false, expiring: false })
  expect(few).toMatchObject({ environments: 1, services: 1 })
  expect(few.unwanted.map(placeText)).toEqual(['environment-2', 'environment-3'])
  expect(few.below.map(({ names }) => names)).toEqual([['environment-1'], ['environment-1', 'web']])
  const all = planLineage(tree, project, { previews: true, expiring: true })
  expect(all).toMatchObject({ environments: 3, services: 3, unwanted: [] })
})

test.each([
  [2, true, '2 lists to read, of 1 environment and 1 service: 2 of your 1,000 requests an hour.'],
  [
    1,
    true,
    '1 list to read, of 1 environment and 1 service: 1 of your 1,000 requests an hour, since 1 was read just now.',
  ],
  [0, false, '0 lists to read, of 1 environment and 1 service, since 2 were read just now.'],
])('what %i lists cost is said, where requests are counted: %s', (asked, isLimited, said) => {
  const plan = planLineage(tree, project, { previews: false, expiring: false })
  expect(costText(project, plan, asked, isLimited)).toBe(said)
})

test.each<[Reading['status'], Outcome[], string]>([
  ['done', ['read', 'read'], 'Nothing in these lists depends on it.'],
  ['done', ['read', 'refused'], 'Nothing in the lists that were read depends on it.'],
  ['cancelled', ['read'], 'Nothing in the lists that were read depends on it.'],
  ['done', ['refused', 'failed'], ''],
  ['running', ['failed'], ''],
  ['paused', ['read'], 'Nothing so far.'],
])('that nothing was found is said of what was read: %s, %j', (status, outcomes, said) => {
  const reading = {
    status,
    isLimited: false,
    total: 2,
    outcomes: new Map(outcomes.map((outcome, index) => [testId(index), outcome])),
  }
  expect(nothingFound(reading)).toBe(said)
})

test('of an environment only its services are read, even where it is a preview', () => {
  const preview = environmentOwner(project.id, testId(2))
  const plan = planLineage(tree, preview, { previews: false, expiring: false })
  expect(plan).toMatchObject({ environments: 0, services: 1, unwanted: [] })
})

test('what depends on a secret is found with whose it is, and what depends on that', () => {
  const environment = environmentOwner(project.id, testId(1))
  const service = serviceOwner(environment, { kind: 'helm', id: testId(5) })
  const original = testSecret({ id: testId(10) })
  const override = testSecret({
    id: testId(11),
    scope: 'ENVIRONMENT',
    overridden_secret: linkTo(original),
  })
  const alias = testSecret({
    id: testId(12),
    key: 'ALIAS',
    scope: 'HELM',
    aliased_secret: linkTo(override),
  })
  const other = testSecret({ id: testId(13), key: 'OTHER', scope: 'HELM' })
  const inEnvironment = { owner: environment, names: ['production'] }
  const inService = { owner: service, names: ['production', 'ingress'] }
  const lists = [
    { ...inEnvironment, list: testList([override, original]) },
    { ...inService, list: testList([alias, override, other, original]) },
  ]
  expect(findDependents([original.id], lists)).toEqual([
    { ...inEnvironment, secrets: [override] },
    { ...inService, secrets: [alias] },
  ])
  expect(findDependents([original.id, override.id], lists)).toEqual([
    { ...inService, secrets: [alias] },
  ])
})

test('a plan is whole only where nothing is left out, and all could be listed', () => {
  const wholeOf = (of: ProjectTree, wanted: boolean) =>
    planLineage(of, project, { previews: wanted, expiring: wanted }).isWhole
  expect([wholeOf(tree, true), wholeOf(tree, false)]).toEqual([true, false])
  expect(wholeOf({ ...tree, servicesError: new Error('403') }, true)).toBe(false)
})
