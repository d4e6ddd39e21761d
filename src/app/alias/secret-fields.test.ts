import { expect, test } from 'vitest'
import { testLink, testSecret } from '../../qovery/test-secrets'
import { secretFields } from './secret-fields'

const least = testSecret()
const terms = (secret: Parameters<typeof secretFields>[0]) =>
  secretFields(secret).map(({ term }) => term)

test('every documented field is listed, in reading order', () => {
  expect(terms(least)).toEqual([
    'ID',
    'Key',
    'Scope',
    'Type',
    'Description',
    'Interpolation in file',
    'Owned by',
    'Created',
    'Updated',
  ])
  expect(terms(testLink())).toEqual([
    'ID',
    'Key',
    'Scope',
    'Type',
    'Mount path',
    'Description',
    'Interpolation in file',
  ])
})

test('what has no value is null', () => {
  const nulls = secretFields(least).filter((field) => 'value' in field && field.value === null)
  expect(nulls.map(({ term }) => term)).toEqual([
    'Description',
    'Interpolation in file',
    'Owned by',
    'Updated',
  ])
})

test('a service is listed where there is one, with what is known of it', () => {
  expect(secretFields({ ...least, service_name: 'api' })).toContainEqual({
    term: 'Service',
    kind: 'service',
    value: { name: 'api', type: null, id: null },
  })
})

test('what came back and could not be read is not said to be none', () => {
  const odd = secretFields({ ...least, unread: ['description', 'service_id'] })
  expect(odd.filter(({ kind }) => kind === 'unread').map(({ term }) => term)).toEqual([
    'Description',
    'Service',
  ])
})
