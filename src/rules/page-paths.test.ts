import { describe, expect, test } from 'vitest'
import { environmentOwner, projectOwner, serviceKinds, serviceOwner } from '../qovery/owner'
import { bulkPath, createIn, ownerPath, readPath, secretPath } from './page-paths'

const id = (last: number) => `3c90c3cc-0d44-4b50-8888-8dd25736052${last}`
const environment = environmentOwner(id(1), id(2))
const owners = [
  projectOwner(id(1)),
  environment,
  ...serviceKinds.map((kind) => serviceOwner(environment, { kind, id: id(3) })),
]

describe('an address that the console builds is read as what it was built of', () => {
  test.each(owners)('$kind', (owner) => {
    expect(readPath(ownerPath(owner))).toEqual({ name: 'secrets', owner })
    expect(readPath(bulkPath(owner))).toEqual({ name: 'bulk', owner })
    const secretId = id(4)
    expect(readPath(secretPath(owner, secretId))).toEqual({ name: 'secret', owner, secretId })
  })

  test('whatever the case of its ids and with a slash at its end', () => {
    const path = `/project/${id(1).toUpperCase()}/environment/${id(2).toUpperCase()}/`
    expect(readPath(path)).toEqual({ name: 'secrets', owner: environment })
  })

  test('an id is never another path', () => {
    expect(ownerPath(projectOwner('../bulk'))).toBe('/project/..%2Fbulk')
    expect(ownerPath(projectOwner('..'))).toBe('/project/_')
  })
})

test('the form is opened for an owner, and for what its alias is to point at', () => {
  const [project, , service] = owners
  expect(project && createIn(project)).toBe(`/?project=${id(1)}`)
  expect(createIn(environment, id(4))).toBe(
    `/?project=${id(1)}&environment=${id(2)}&secret=${id(4)}`,
  )
  expect(service && createIn(service)).toBe(
    `/?project=${id(1)}&environment=${id(2)}&service=${id(3)}`,
  )
})

test.each(['/', '/project', '/project/', '/bulk', '/bulk/'])('%s is a page of its own', (path) => {
  expect(readPath(path)).not.toHaveProperty('owner')
  expect(readPath(path)).toBeDefined()
})

test.each([
  '/nowhere',
  '//',
  '/project//',
  '/project//bulk',
  '/project/a/environment',
  '/project/a/environment/b/application',
  '/project/a/environment/b/database/c',
  '/project/a/environment/b/project/c',
  '/project/a/application/b',
  '/project/a/secret',
  '/project/a/secret/b/bulk',
  '/project/a/bulk/secret/b',
  '/project/a/environment/b/application/c/d/e',
  '/environment/b',
])('%s is no page', (path) => expect(readPath(path)).toBeUndefined())
