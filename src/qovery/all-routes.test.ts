import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  allRoutes,
  anyPath,
  isCalled,
  matchRoutes,
  noParams,
  type AnyRouteName,
} from './all-routes'

const id = '3c90c3cc-0d44-4b50-8888-8dd25736052a'
const other = 'FFFFFFFF-0000-0000-0000-ffffffffffff'
const third = '00000000-0000-4000-8000-000000000000'
const params = {
  organizationId: id,
  projectId: third,
  ownerId: id,
  secretId: other,
  scope: 'TERRAFORM',
}
const isOperation = (name: string): name is AnyRouteName => Object.hasOwn(allRoutes, name)
const operations = Object.keys(allRoutes).filter(isOperation)

/** Written out a second time: a mistake in the table must not excuse itself here. */
const known = [
  ['GET', '/organization'],
  ['GET', `/organization/${id}`],
  ['GET', `/organization/${id}/project`],
  ['GET', `/organization/${id}/services?project_id=${third}`],
  ['GET', `/project/${third}`],
  ['GET', `/project/${third}/environment`],
  ['GET', `/environment/${id}/services`],
  ...['project', 'environment', 'application', 'container', 'job'].flatMap((kind) => {
    const secrets = `/${kind}/${kind === 'project' ? third : id}/secret`
    const calls = [
      ['GET', secrets],
      ['POST', `${secrets}/${other}/alias`],
      ['PUT', `${secrets}/${other}`],
      ['DELETE', `${secrets}/${other}`],
    ]
    const narrower = [
      ['POST', secrets],
      ['POST', `${secrets}/${other}/override`],
    ]
    return kind === 'project' ? calls : calls.concat(narrower)
  }),
  ['GET', `/variable?parent_id=${id}&scope=TERRAFORM`],
  ['POST', '/variable'],
  ['POST', `/variable/${other}/alias`],
  ['POST', `/variable/${other}/override`],
  ['PUT', `/variable/${other}`],
  ['DELETE', `/variable/${other}`],
].map((call) => call.join(' '))

const match = (target: string) => {
  const [path = '', query] = target.split('?')
  return matchRoutes(path, query)
}

test('there are these calls and no other', () => {
  const built = operations.map((name) => `${allRoutes[name].method} ${anyPath(name, params)}`)
  expect(built.toSorted()).toEqual(known.toSorted())
})

test('what the console never calls is told from what it calls', () => {
  const called = operations.filter(isCalled)
  const text = ['client.ts', 'owner-client.ts']
    .map((file) => readFileSync(join(import.meta.dirname, file), 'utf8'))
    .join('')
  expect(called.filter((name) => !text.includes(`'${name}'`))).toEqual([])
  expect(
    operations
      .filter((name) => !isCalled(name))
      .map((name) => `${allRoutes[name].method} ${allRoutes[name].path}`)
      .filter((call) => !/^POST .*\/secret$|\/override$|^POST \/variable$/.test(call)),
  ).toEqual(['GET /organization/{organizationId}'])
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

  test.each(operations)('if the console built it, there and back: %s', (name) => {
    const found = match(anyPath(name, params)).get(allRoutes[name].method)
    expect(found?.operation).toBe(name)
    expect(params).toMatchObject(found?.params ?? { missing: '' })
  })

  test.each([
    [`parent_id=${id}&scope=HELM`, 'HELM'],
    [`scope=AGENTIC_WORKFLOW&parent_id=${id}`, 'AGENTIC_WORKFLOW'],
    [`is_secret=true&parent_id=${id}&scope=TERRAFORM&x`, 'TERRAFORM'],
  ])('by what its query names, whatever else is in it: %s', (query, scope) => {
    expect(matchRoutes('/variable', query).get('GET')).toEqual({
      operation: 'listVariables',
      params: { ownerId: id, scope },
    })
  })

  test.each([
    [''],
    [`parent_id=${id}`],
    ['scope=HELM'],
    [`parent_id=${id}&scope=PROJECT`],
    [`parent_id=${id}&scope=helm`],
    [`parent_id=${id}&scope=HELM&scope=TERRAFORM`],
    [`parent_id=${id}&parent_id=${id}&scope=HELM`],
    [`parent_id=${id}%26x&scope=HELM`],
    ['parent_id=..%2Forganization&scope=HELM'],
    [`PARENT_ID=${id}&scope=HELM`],
  ])('never with a query that lacks what its route needs, once: %j', (query) => {
    expect(matchRoutes('/variable', query).get('GET')).toEqual({ operation: 'listVariables' })
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
    [`/project/${id}/secret/${other}/override`],
    [`/project/${id}/secret/x/alias`],
    [`/project/${id}/../secret`],
    [`/project/${id}%2Fsecret`],
    [`/project/${id}/secret;x`],
    [`/project/{projectId}`],
    [`/environment/${id}`],
    [`/environment/${id}/deploy`],
    [`/helm/${id}/secret`],
    [`/terraform/${id}/secret/${other}/alias`],
    [`/database/${id}/secret`],
    [`/variable?parent_id=${id}&scope=HELM`],
    [`/variable/${id}/value`],
    [`@evil.example/project/${id}`],
    [`http://evil.example/project/${id}`],
    [`\\project\\${id}`],
  ])('never: %j', (path) => {
    expect(matchRoutes(path, `parent_id=${id}&scope=HELM`).size).toBe(0)
  })

  test('never, for any string that is not one of the console’s own', () => {
    const nearly = fc
      .array(
        fc.oneof(
          fc.constantFrom('organization', 'project', 'environment', 'job', 'variable', 'services'),
          fc.constantFrom('secret', 'alias', 'override', '..', '.', '', id, '%2e'),
          fc.string({ unit: 'binary', maxLength: 4 }),
        ),
      )
      .map((parts) => `/${parts.join('/')}`)
    fc.assert(
      fc.property(fc.oneof(nearly, fc.string({ unit: 'binary' })), (path) => {
        const query = `parent_id=${id}&scope=HELM&project_id=${id}`
        for (const found of matchRoutes(path, query).values()) {
          const built = anyPath(found.operation, { ...noParams, ...found.params })
          expect(built.split('?')[0]).toBe(path)
        }
      }),
      { numRuns: 2000 },
    )
  })
})
