import { afterAll, beforeAll, expect, test } from 'vitest'
import { environmentOwner, projectOwner, serviceOwner, type ServiceOwner } from '../../qovery/owner'
import { readPath, type Page } from '../../rules/page-paths'
import { testId, testList, testSecret } from '../../qovery/test-secrets'
import { projectsQuery } from '../queries/projects'
import { queryClient, secretsQuery } from '../queries/queries'
import { treeQuery } from '../queries/tree-query'
import { actionEntries, openEntry } from './entry'
import { readSubjects } from './known'
import { pageEntries } from './pages'

// Each page of the console by the name that addresses have for it; one that is new is missing here, and the compiler says so.
const everyPage: Record<Page['name'], true> = {
  create: true,
  'choose project': true,
  'choose project for bulk': true,
  history: true,
  about: true,
  secrets: true,
  bulk: true,
  secret: true,
}
const owner = projectOwner(testId(1))

beforeAll(() => {
  queryClient.setQueryData(projectsQuery(testId(9)).queryKey, {
    results: [
      {
        id: owner.id,
        created_at: null,
        name: 'payments',
        description: null,
        organization: { id: testId(9) },
        associated_environments_count: null,
      },
    ],
    unreadable: [],
  })
  queryClient.setQueryData(secretsQuery(owner).queryKey, testList([testSecret()]))
})
afterAll(() => queryClient.clear())

test('every page that the console has can be gone to', () => {
  const subjects = readSubjects()
  const entries = [
    ...pageEntries([]),
    ...subjects.map(openEntry),
    ...subjects.flatMap(actionEntries),
  ]
  const reached = entries.flatMap(({ act }) =>
    act.kind === 'go' ? [readPath(act.href.split('?', 1)[0] ?? '')?.name] : [],
  )
  expect(new Set(reached)).toEqual(new Set(Object.keys(everyPage)))
})

test('an environment and a service are found by name and by what they lie in, and one that owns nothing is not', () => {
  const environment = environmentOwner(owner.id, testId(20))
  const service = (number: number, kind: ServiceOwner['kind'] | undefined) => ({
    service: { id: testId(number), name: `service-${number}` },
    owner: kind && serviceOwner(environment, { kind, id: testId(number) }),
    disabledReason: kind === undefined ? 'It owns none.' : undefined,
  })
  queryClient.setQueryData([...treeQuery(owner.id).queryKey], {
    environments: [
      {
        owner: environment,
        name: 'production',
        mode: 'PRODUCTION',
        expires: false,
        services: [service(21, 'helm'), service(22, undefined)],
      },
    ],
    unreadable: [],
    environmentsError: null,
    servicesError: null,
  })
  const places = readSubjects().filter(({ group }) => group === 'Environments and services')
  expect(places.map(({ name, facts, href }) => [name, facts, readPath(href)?.name])).toEqual([
    ['production', 'payments', 'secrets'],
    ['service-21', 'payments · production', 'secrets'],
  ])
  expect(places[1]?.words).toContain('helm')
})
