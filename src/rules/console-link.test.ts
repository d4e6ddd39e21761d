import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findId, findPlaceIds } from './console-link'

const organization = '11111111-1111-1111-1111-111111111111'
const project = '3c90c3cc-0d44-4b50-8888-8dd25736052a'
const secret = 'ffffffff-ffff-ffff-ffff-ffffffffffff'
const environment = '22222222-2222-2222-2222-222222222222'
const qovery = `https://console.qovery.com/organization/${organization}`

describe('an id is found in what people paste', () => {
  test.each([
    ['an id', project, 'project', project],
    ['an id with white space around it', `\t${project} \n`, 'project', project],
    ['an id in upper case', project.toUpperCase(), 'project', project],
    ['an id in quotes', `"${project}"`, 'secret', project],
    ['a labelled id', `Project ID: ${project}`, 'project', project],
    ['the same id twice', `${project} ${project.toUpperCase()}`, 'project', project],
    [
      'a link to an environment’s variables',
      `${qovery}/project/${project}/environment/${environment}/variables`,
      'project',
      project,
    ],
    ['a link to a project', `${qovery}/project/${project}/overview`, 'project', project],
    ['a link that ends with the id', `${qovery}/project/${project}`, 'project', project],
    ['a link with a fragment', `${qovery}/project/${project}#a`, 'project', project],
    ['a link in upper case', `${qovery}/PROJECT/${project.toUpperCase()}/X`, 'project', project],
    [
      'this console’s result',
      `http://127.0.0.1:4180/project/${project}/secret/${secret}`,
      'secret',
      secret,
    ],
    [
      'this console’s result',
      `http://127.0.0.1:4180/project/${project}/secret/${secret}`,
      'project',
      project,
    ],
    ['this console’s form', `/?project=${project}&secret=${secret}&key=A`, 'secret', secret],
    ['the API’s path', `/project/${project}/secret/${secret}/alias`, 'secret', secret],
    ['the API’s path of a variable', `/variable/${secret}`, 'secret', secret],
    [
      'a link inside another one',
      `https://console.qovery.com/login?to=%2Forganization%2F${organization}%2Fproject%2F${project}`,
      'project',
      project,
    ],
    [
      'a form’s link inside another one',
      `/sign-in?to=%2F%3Fproject%3D${project}%26environment%3D${environment}%26secret%3D${secret}`,
      'project',
      project,
    ],
    [
      'a form’s link inside another one',
      `/sign-in?to=%2F%3Fproject%3D${project}%26environment%3D${environment}%26secret%3D${secret}`,
      'secret',
      secret,
    ],
    [
      'a link to Qovery’s audit trail of a project',
      `${qovery}/audit-logs?targetType=PROJECT&targetId=${project}&subTargetType=SECRET`,
      'project',
      project,
    ],
    [
      'a link to Qovery’s audit trail of a service',
      `${qovery}/audit-logs?projectId=${project}&environmentId=${environment}&targetId=${secret}`,
      'project',
      project,
    ],
    [
      'a call’s question about a service',
      `?targetType=HELM&targetId=${secret}&serviceProjectId=${project}&serviceEnvironmentId=${environment}`,
      'project',
      project,
    ],
    ['a field of an answer', `project_id=${project}`, 'project', project],
    ['a link of an unknown kind', `https://example.com/x/${project}`, 'project', project],
  ] as const)('%s: %s as %s', (_, pasted, kind, id) => {
    expect(findId(pasted, kind)).toBe(id)
  })
})

describe('nothing is guessed', () => {
  test.each([
    ['nothing', '', 'project'],
    ['words', 'payments', 'project'],
    ['a link to an organization', qovery, 'project'],
    ['a link to an organization', qovery, 'secret'],
    ['a link to a project', `${qovery}/project/${project}`, 'secret'],
    ['a secret’s path', `/secret/${secret}`, 'project'],
    [
      'an environment’s audit trail',
      `${qovery}/audit-logs?targetType=ENVIRONMENT&targetId=${environment}`,
      'project',
    ],
    [
      'an audit trail of what nobody knows',
      `${qovery}/audit-logs?targetType=NEW&targetId=${secret}`,
      'secret',
    ],
    [
      'this console’s page of an agentic workflow',
      `/project/${project}/environment/${environment}/agentic_workflow/${secret}`,
      'secret',
    ],
    ['two ids', `${project} ${secret}`, 'project'],
    ['links to two projects', `/project/${project} /project/${environment}`, 'project'],
    ['an id that lacks a digit', project.slice(0, -1), 'project'],
    ['an id with a digit too many', `${project}0`, 'project'],
    ['an id with a digit before it', `0${project}`, 'project'],
    ['an id with a part too many', `${project}-0000`, 'project'],
    ['a named id with a digit too many', `/project/${project}0`, 'project'],
    ['an id without hyphens', project.replaceAll('-', ''), 'project'],
    ['an id with a letter beyond f', project.replace('c', 'g'), 'project'],
  ] as const)('%s: %s as %s', (_, pasted, kind) => {
    expect(findId(pasted, kind)).toBeUndefined()
  })
})

test('whatever is pasted, what is found is an id that stands in it', () => {
  const part = fc.oneof(
    fc.uuid(),
    fc.string({ unit: 'binary' }),
    fc.constantFrom('/project/', '/secret/', '?project=', '&secret=', '%2F', '-', '0'),
  )
  fc.assert(
    fc.property(fc.array(part), fc.constantFrom('project', 'secret'), (parts, kind) => {
      const pasted = parts.join('')
      const found = findId(pasted, kind)
      if (found === undefined) return
      expect(found).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
      expect(pasted.toLowerCase()).toContain(found)
    }),
  )
})

const service = '33333333-3333-3333-3333-333333333333'

const inProject = `${qovery}/project/${project}`

test.each([
  ['', []],
  ['production', []],
  [project, [project]],
  [`${inProject}/environment/${environment}/services`, [environment, project]],
  [
    `${inProject}/environment/${environment}/application/${service}/x`,
    [service, environment, project],
  ],
  [
    `${inProject}/environment/${environment}/agentic-workflow/${service}`,
    [service, environment, project],
  ],
  [
    `/?project=${project}&environment=${environment}&service=${service}&secret=${secret}`,
    [service, environment, project],
  ],
  [
    `${qovery}/audit-logs?projectId=${project}&targetType=ENVIRONMENT&targetId=${environment}`,
    [environment, project],
  ],
])('what may be a place in %j: the narrowest first', (pasted, expected) => {
  expect(findPlaceIds(pasted)).toEqual(expected.map((id) => ({ id, isPlace: true })))
})

test('what stands behind an unknown word may be no place at all', () => {
  const link = `${inProject}/environment/${environment}/deployment-logs/${service}`
  expect(findPlaceIds(link)).toEqual([
    { id: service, isPlace: false },
    { id: environment, isPlace: true },
    { id: project, isPlace: true },
  ])
})
