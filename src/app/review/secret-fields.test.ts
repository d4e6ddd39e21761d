import { expect, test } from 'vitest'
import type { Secret } from '../../qovery/schema'
import { secretFields } from './secret-fields'

const least: Secret = {
  id: '3c90c3cc-0d44-4b50-8888-8dd25736052a',
  created_at: '2023-11-07T05:31:56Z',
  key: 'A',
  scope: 'PROJECT',
}
const terms = (secret: Parameters<typeof secretFields>[0]) =>
  secretFields(secret).map(({ term }) => term)

test('every documented field that came back is listed, in reading order', () => {
  const whole = {
    ...least,
    updated_at: '2023-11-07T05:31:56Z',
    variable_type: 'ALIAS',
    mount_path: '/etc/a',
    service_id: least.id,
    service_name: 'api',
    service_type: 'CONTAINER',
    owned_by: 'QOVERY',
    description: 'why',
    enable_interpolation_in_file: true,
  }
  expect(terms(whole)).toEqual([
    'ID',
    'Key',
    'Scope',
    'Type',
    'Mount path',
    'Description',
    'Interpolation in file',
    'Service',
    'Owned by',
    'Created',
    'Updated',
  ])
})

test('what the answer left out is left out', () => {
  expect(terms(least)).toEqual(['ID', 'Key', 'Scope', 'Created'])
})

test('what came back as null stays, as null', () => {
  const nulls = {
    ...least,
    description: null,
    service_id: null,
    service_name: null,
    owned_by: null,
  }
  expect(secretFields(nulls).filter(({ value }) => value === null)).toHaveLength(3)
})

test('a service keeps what is known of it', () => {
  const fields = secretFields({ ...least, service_name: 'api', service_id: null })
  expect(fields).toContainEqual({ term: 'Service', kind: 'service', value: { name: 'api' } })
})
