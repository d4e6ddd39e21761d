import { describe, expect, test } from 'vitest'
import {
  chainOf,
  environmentOwner,
  isInherited,
  isSameOwner,
  kindOfService,
  projectIdOf,
  projectOwner,
  scopeOf,
  serviceOwner,
} from './owner'

const id = (last: number) => `3C90C3CC-0D44-4B50-8888-8DD25736052${last}`
const project = projectOwner(id(1))
const environment = environmentOwner(id(1), id(2))
const service = serviceOwner(environment, { kind: 'helm', id: id(3) })

test.each(['APPLICATION', 'CONTAINER', 'JOB', 'HELM', 'TERRAFORM', 'AGENTIC_WORKFLOW'])(
  'a service of type %s owns secrets of the scope of that name',
  (type) => {
    const kind = kindOfService(type)
    expect(kind && scopeOf({ kind })).toBe(type)
  },
)

test.each(['DATABASE', 'ARGOCD_APP', 'ENVIRONMENT', 'PROJECT', 'application', 'GATEWAY'])(
  'a service of type %s owns none',
  (type) => {
    expect(kindOfService(type)).toBeUndefined()
  },
)

describe('an owner', () => {
  test('has its ids in lower case, however they were written', () => {
    const ids = [project, environment, service].flatMap((owner) => Object.values(owner))
    expect(ids.filter((value) => value !== value.toLowerCase())).toEqual([])
  })

  test('knows what is around it, the project first', () => {
    expect(chainOf(project)).toEqual([project])
    expect(chainOf(environment)).toEqual([project, environment])
    expect(chainOf(service)).toEqual([project, environment, service])
    expect([project, environment, service].map(projectIdOf)).toEqual(
      Array.from({ length: 3 }, () => project.id),
    )
  })

  test('is the same as another of its kind and id, and as no other', () => {
    expect(isSameOwner(environment, { kind: 'environment', id: environment.id })).toBe(true)
    expect(isSameOwner(environment, { kind: 'application', id: environment.id })).toBe(false)
    expect(isSameOwner(environment, project)).toBe(false)
  })
})

describe('a row of an owner’s list is inherited', () => {
  test.each([
    ['PROJECT', [false, true, true]],
    ['ENVIRONMENT', [false, false, true]],
    ['HELM', [false, false, false]],
    ['BUILT_IN', [true, true, true]],
    // Nobody knows: it is not taken away from who shows it.
    ['GALAXY', [false, false, false]],
  ])('with the scope %s: %j of project, environment and service', (scope, expected) => {
    expect([project, environment, service].map((owner) => isInherited(scope, owner))).toEqual(
      expected,
    )
  })
})
