import { expect, test } from 'vitest'
import { placeFinder } from './find-place'
import { writtenPlace } from './place'
import { testTree } from './test-tree'

const tree = testTree({
  production: ['api', 'web', 'orders-db database', 'worker', 'worker'],
  staging: ['api', 'Jobs job'],
  twin: [],
  'twin#2': ['Mailer helm'],
})
const find = placeFinder(tree, 'Qovery')
const said = (environment?: string, service?: string) => {
  const found = find({
    ...(environment === undefined ? {} : { environment }),
    ...(service === undefined ? {} : { service }),
  })
  return found.kind === 'found' ? found.place.name : found.problem
}
const idOf = (name: string) => tree.environments.find((each) => each.name === name)?.owner.id ?? ''

test('an environment is found by its name, without case where it must be, by its id and by a link', () => {
  expect(said('staging')).toBe('staging')
  expect(said('STAGING')).toBe('staging')
  expect(said(idOf('staging').toUpperCase())).toBe('staging')
  expect(said(`https://console.qovery.com/environment/${idOf('staging')}/variables`)).toBe(
    'staging',
  )
})

test('a service is found within its environment, or alone where its name is in one only', () => {
  expect(said('staging', 'api')).toBe('staging / api')
  expect(said(undefined, 'web')).toBe('production / web')
  expect(said(undefined, 'jobs')).toBe('staging / Jobs')
  const found = find({ service: 'mailer' })
  expect(found).toMatchObject({ kind: 'found', place: { owner: { kind: 'helm' } } })
})

test('what is unknown, ambiguous or impossible says what to do', () => {
  expect(said('stagin')).toBe(
    'The project has no environment stagin. It has production, staging, twin and twin.',
  )
  expect(said('twin')).toBe('2 environments are called twin: write the ID.')
  expect(said(undefined, 'api')).toBe(
    'api is in production and staging: name the environment, too.',
  )
  expect(said('production', 'worker')).toBe('2 services are called worker: write the ID.')
  expect(said('staging', 'web')).toBe('staging has no service web. There is one in production.')
  expect(said('staging', 'nothing')).toBe('staging has no service nothing. It has api and Jobs.')
  expect(said(undefined, 'nothing')).toBe(
    'No environment of the project has a service nothing. Check how it is written.',
  )
  expect(said('production', 'orders-db')).toBe(
    'orders-db cannot have an alias. A database owns no variables. Those about it are its environment’s.',
  )
})

test('what could not be read is not said to be missing', () => {
  const unread = {
    ...tree,
    environments: [],
    environmentsError: new Error('403'),
    servicesError: new Error('403'),
  }
  const findUnread = placeFinder(unread, 'Qovery')
  expect(findUnread({ environment: 'staging' })).toMatchObject({
    problem:
      'Qovery did not give out the environments, so that staging cannot be looked for. Make the plan again later.',
  })
  expect(findUnread({ service: 'api' })).toMatchObject({
    problem:
      'Qovery did not give out the services, so that api cannot be looked for. Make the plan again later.',
  })
})

test('many names are not all said', () => {
  const many = testTree(Object.fromEntries(Array.from({ length: 9 }, (_, at) => [`e${at}`, []])))
  expect(placeFinder(many, 'Qovery')({ environment: 'x' })).toMatchObject({
    problem: 'The project has no environment x. It has e0, e1, e2, e3 and 5 more.',
  })
  expect(writtenPlace({ environment: 'x', service: 'y' })).toBe('x / y')
  expect(writtenPlace({ service: 'y' })).toBe('y')
})
