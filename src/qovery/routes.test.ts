import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { matchRoutes, routePath, routes } from './routes'

const operations = [
  'listOrganizations',
  'getOrganization',
  'listProjects',
  'getProject',
  'listProjectSecrets',
  'createProjectSecretAlias',
  'editProjectSecret',
  'deleteProjectSecret',
] as const
const id = '3c90c3cc-0d44-4b50-8888-8dd25736052a'
const other = 'FFFFFFFF-0000-0000-0000-ffffffffffff'

describe('a path is built', () => {
  test.each([
    [routePath('listOrganizations', {}), '/organization'],
    [routePath('getOrganization', { organizationId: id }), `/organization/${id}`],
    [routePath('listProjects', { organizationId: id }), `/organization/${id}/project`],
    [routePath('getProject', { projectId: id }), `/project/${id}`],
    [routePath('listProjectSecrets', { projectId: id }), `/project/${id}/secret`],
    [
      routePath('createProjectSecretAlias', { projectId: id, secretId: other }),
      `/project/${id}/secret/${other}/alias`,
    ],
    [
      routePath('editProjectSecret', { projectId: id, secretId: other }),
      `/project/${id}/secret/${other}`,
    ],
    [
      routePath('deleteProjectSecret', { projectId: id, secretId: other }),
      `/project/${id}/secret/${other}`,
    ],
  ])('%s', (built, path) => {
    expect(built).toBe(path)
  })

  test.each([
    ['a/b', 'a%2Fb'],
    ['../organization', '..%2Forganization'],
    ['a?b', 'a%3Fb'],
    ['a#b', 'a%23b'],
    ['a\\b', 'a%5Cb'],
    ['%2e%2e', '%252e%252e'],
    ['a\r\nb', 'a%0D%0Ab'],
    ['@evil.example', '%40evil.example'],
    ['é', '%C3%A9'],
    ['{secretId}', '%7BsecretId%7D'],
    ['$1$&', '%241%24%26'],
  ])('with the hostile id %j as one part', (hostile, encoded) => {
    expect(routePath('listProjectSecrets', { projectId: hostile })).toBe(
      `/project/${encoded}/secret`,
    )
  })
})

describe('a path is matched', () => {
  test('by every route that it belongs to, each under its method', () => {
    expect(matchRoutes(`/project/${id}/secret/${other}`)).toEqual(
      new Map(
        Object.entries({ PUT: 'editProjectSecret', DELETE: 'deleteProjectSecret' }).map(
          ([method, operation]) => [
            method,
            { operation, params: { projectId: id, secretId: other } },
          ],
        ),
      ),
    )
  })

  test('if the console built it: there and back for every route', () => {
    expect(operations.toSorted()).toEqual(Object.keys(routes).toSorted())
    const params = { organizationId: id, projectId: id, secretId: other }
    for (const name of operations) {
      const found = matchRoutes(routePath(name, params)).get(routes[name].method)
      expect(found?.operation).toBe(name)
      expect(params).toMatchObject(found?.params ?? { missing: '' })
    }
  })

  test.each([
    ['/'],
    ['/organization/'],
    ['//organization'],
    ['/organization?x'],
    ['/ORGANIZATION'],
    [' /organization'],
    ['/organization\n'],
    ['/api/organization'],
    ['/project'],
    ['/project/'],
    ['/project/x'],
    [`/project/${id}/`],
    [`/project/${id}0`],
    [`/project/${id}/secret/${other}/`],
    [`/project/${id}/secret/${other}/alias/x`],
    [`/project/${id}/secret/x/alias`],
    [`/project/${id}/../secret`],
    [`/project/${id}%2Fsecret`],
    [`/project/${id}/secret;x`],
    [`/project/{projectId}`],
    [`/environment/${id}/secret`],
    [`@evil.example/project/${id}`],
    [`http://evil.example/project/${id}`],
    [`\\project\\${id}`],
  ])('never: %j', (path) => {
    expect(matchRoutes(path).size).toBe(0)
  })

  test('never, for any string that is not one of the console’s own', () => {
    const nearly = fc
      .array(
        fc.oneof(
          fc.constantFrom('organization', 'project', 'secret', 'alias', '..', '.', '', id, '%2e'),
          fc.string({ unit: 'binary', maxLength: 4 }),
        ),
      )
      .map((parts) => `/${parts.join('/')}`)
    fc.assert(
      fc.property(fc.oneof(nearly, fc.string({ unit: 'binary' })), (path) => {
        for (const { operation, params } of matchRoutes(path).values()) {
          expect(routePath(operation, { ...all, ...params })).toBe(path)
        }
      }),
      { numRuns: 2000 },
    )
  })
})

const all = { organizationId: '', projectId: '', secretId: '' }

test('no id changes the shape of a path: it stays one part of it', () => {
  const words = fc.constantFrom('..', '.', '', '/', '\\', '?', '#', '%2e%2e', '\t', '\0', ':', '@')
  const hostile = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(words).map((parts) => parts.join('')),
  )
  fc.assert(
    fc.property(hostile, hostile, (projectId, secretId) => {
      const path = `/api${routePath('createProjectSecretAlias', { projectId, secretId })}`
      const url = new URL(path, 'http://127.0.0.1:4180')
      expect(url.href).toBe(`http://127.0.0.1:4180${path}`)
      expect(url.pathname).toMatch(/^\/api\/project\/[^/]*\/secret\/[^/]*\/alias$/)
    }),
    { numRuns: 2000 },
  )
})
