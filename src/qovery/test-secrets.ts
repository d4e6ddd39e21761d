import type { LinkedSecret, Secret, SecretList } from './schema'

/** An id for tests that differs by its number. */
export const testId = (number: number) =>
  `0a1b2c3d-0000-4000-8000-${String(number).padStart(12, '0')}`

const link: LinkedSecret = {
  id: testId(1),
  key: 'DB',
  mount_path: null,
  scope: 'PROJECT',
  variable_type: 'VALUE',
  description: null,
  enable_interpolation_in_file: null,
}

/** The other side of a link for tests, as an answer is decoded. */
export const testLink = (fields: Partial<LinkedSecret> = {}): LinkedSecret => ({
  ...link,
  ...fields,
})

/** The link that an alias of a secret has. */
export const linkTo = ({ id, key, scope, variable_type }: Secret): LinkedSecret =>
  testLink({ id, key, scope, variable_type })

/** A secret for tests, as an answer is decoded. */
export const testSecret = (fields: Partial<Secret> = {}): Secret => ({
  id: testId(1),
  created_at: '2024-02-29T12:00:00Z',
  updated_at: null,
  key: 'DB',
  overridden_secret: null,
  aliased_secret: null,
  scope: 'PROJECT',
  variable_type: 'VALUE',
  service_id: null,
  service_name: null,
  service_type: null,
  owned_by: null,
  description: null,
  enable_interpolation_in_file: null,
  ...fields,
})

/** A list for tests of which everything could be read, unless told otherwise. */
export const testList = (
  results: readonly Secret[],
  unreadable: SecretList['unreadable'] = [],
): SecretList => ({ results, unreadable })
