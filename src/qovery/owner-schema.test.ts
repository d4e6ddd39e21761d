import { expect, test } from 'vitest'
import * as z from 'zod/mini'
import { environmentList, serviceList, variable, variableList } from './owner-schema'
import { secret, secretList } from './schema'

const id = '3c90c3cc-0d44-4b50-8888-8dd25736052a'
const other = '00000000-0000-4000-8000-000000000001'
const link = { id: other, key: 'SOURCE', mount_path: '', scope: 'PROJECT', variable_type: 'VALUE' }
const common = { id, created_at: '2023-11-07T05:31:56Z', key: 'A', scope: 'HELM' }

test('an answer about a variable is read as the same answer about a secret', () => {
  const asVariable = {
    ...common,
    variable_type: 'ALIAS',
    value: null,
    is_secret: true,
    mount_path: null,
    aliased_variable: link,
    overridden_variable: null,
    secret_manager_access_id: null,
  }
  const asSecret = { ...common, variable_type: 'ALIAS', aliased_secret: link }
  expect(z.parse(variable, asVariable)).toEqual(z.parse(secret, asSecret))
  expect(z.parse(variableList, { results: [asVariable] })).toEqual(
    z.parse(secretList, { results: [asSecret] }),
  )
})

test('of a list of variables the secrets are read, and what does not say that it is none', () => {
  const entries = [
    { ...common, is_secret: true },
    { ...common, id: other, is_secret: false, value: 'in the clear' },
    { ...common, id: other },
  ]
  const { results } = z.parse(variableList, { results: entries })
  expect(results.map((each) => each.id)).toEqual([id, other])
})

test('no value of any variable is kept', () => {
  const read = z.parse(variable, { ...common, is_secret: true, value: 'hunter2' })
  const list = z.parse(variableList, {
    results: [{ ...common, value: 'hunter2' }, { value: 'hunter2' }],
  })
  expect(JSON.stringify([read, list])).not.toContain('hunter2')
})

test('an entry that is not as described takes no other along, and tells what it is tied to', () => {
  const entries = [
    { ...common, scope: 7, aliased_variable: { id: other } },
    common,
    'nonsense',
    null,
  ]
  const { results, unreadable } = z.parse(variableList, { results: entries })
  expect(results.map((each) => each.key)).toEqual(['A'])
  expect(unreadable).toEqual([
    { why: 'unlike', id, name: 'A', tiedTo: [other] },
    { why: 'unlike', id: null, name: null, tiedTo: [] },
    { why: 'unlike', id: null, name: null, tiedTo: [] },
  ])
})

test('a list of variables may lack its results', () => {
  for (const body of [{}, { results: null }]) {
    expect(z.parse(variableList, body)).toEqual({ results: [], unreadable: [] })
  }
})

test.each([[[]], ['text'], [null], [{ results: 'none' }]])(
  '%j is no list of variables',
  (answer) => {
    expect(z.safeParse(variableList, answer).success).toBe(false)
  },
)

test('an environment of a mode to come, without all else, is read', () => {
  const { results } = z.parse(environmentList, {
    results: [{ id: id.toUpperCase(), name: 'production', mode: 'CANARY' }],
  })
  expect(results).toEqual([
    { id, name: 'production', mode: 'CANARY', created_at: null, expires_at: null },
  ])
})

test('a service is read alike from the list of an organization and of an environment', () => {
  const light = {
    id,
    name: 'api',
    service_type: 'JOB',
    job_type: 'CRON',
    environment_id: other,
    environment_name: 'prod',
    project_id: other,
    icon_uri: 'app://qovery-console/job',
  }
  const full = {
    id,
    name: 'api',
    service_type: 'JOB',
    job_type: 'CRON',
    environment: { id: other },
  }
  const expected = { id, name: 'api', service_type: 'JOB', job_type: 'CRON', created_at: null }
  expect(z.parse(serviceList, { results: [light] }).results).toEqual([
    { ...expected, environment_id: other, environment_name: 'prod', project_id: other },
  ])
  expect(z.parse(serviceList, { results: [full] }).results).toEqual([
    { ...expected, environment_id: other, environment_name: null, project_id: null },
  ])
})

test('a service without a type is none, and takes no other along', () => {
  const { results, unreadable } = z.parse(serviceList, {
    results: [
      { id, name: 'api' },
      { id: other, name: 'db', service_type: 'CACHE' },
    ],
  })
  expect(results).toMatchObject([{ id: other, service_type: 'CACHE' }])
  expect(unreadable).toMatchObject([{ id, name: 'api' }])
})
