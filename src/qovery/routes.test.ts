import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { routePath } from './routes'

const id = '3c90c3cc-0d44-4b50-8888-8dd25736052a'
const other = 'FFFFFFFF-0000-0000-0000-ffffffffffff'

describe('a path is built', () => {
  test.each([
    [routePath('listOrganizations', {}), '/organization'],
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
