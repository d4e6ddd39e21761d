import { beforeEach, expect, test } from 'vitest'
import { environmentOwner, projectOwner, serviceOwner } from '../../qovery/owner'
import { testId, testList, testSecret } from '../../qovery/test-secrets'
import { narrowerKeys } from './narrower-keys'
import { queryClient, secretsQuery } from './queries'
import { treeQuery } from './tree-query'
import { makeTree } from './project-tree'

const project = projectOwner(testId(1))
const production = environmentOwner(project.id, testId(2))
const staging = environmentOwner(project.id, testId(3))
const web = serviceOwner(production, { kind: 'application', id: testId(4) })

beforeEach(() => queryClient.clear())

const read = (owner: typeof project | typeof production | typeof web, ...scopes: string[]) =>
  queryClient.setQueryData(
    secretsQuery(owner).queryKey,
    testList(scopes.map((scope, index) => testSecret({ id: testId(50 + index), key: 'A', scope }))),
  )

test('of the lists that were read, those within the owner are named that have the key themselves', () => {
  read(project, 'PROJECT')
  read(production, 'ENVIRONMENT', 'PROJECT')
  read(staging, 'PROJECT')
  read(web, 'APPLICATION')
  queryClient.setQueryData(
    treeQuery(project.id).queryKey,
    makeTree(
      project.id,
      {
        status: 'fulfilled',
        value: {
          results: [
            {
              id: production.id,
              created_at: null,
              name: 'production',
              mode: 'PRODUCTION',
              expires_at: null,
            },
          ],
          unreadable: [],
        },
      },
      { status: 'rejected', reason: new Error('403') },
    ),
  )
  expect(narrowerKeys(project)('A')).toEqual(['production', `application ${web.id.slice(0, 8)}`])
  expect(narrowerKeys(production)('A')).toEqual([`application ${web.id.slice(0, 8)}`])
  expect(narrowerKeys(staging)('A')).toEqual([])
  expect(narrowerKeys(web)('A')).toEqual([])
  expect(narrowerKeys(project)('B')).toEqual([])
  expect(narrowerKeys(undefined)('A')).toEqual([])
})
