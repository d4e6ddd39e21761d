import { describe, expect, test } from 'vitest'
import { adviseKey } from '../../rules/alias-key'
import { clientNames } from './client-names'
import { suggestNames } from './suggest-names'

const free = () => false
const names = (key: string) => suggestNames(key, free).map(({ name }) => name)

describe('the names that clients look for are suggested by what a key says', () => {
  test.each([
    [
      'QOVERY_POSTGRESQL_Z1234_PASSWORD',
      ['PGPASSWORD', 'SPRING_DATASOURCE_PASSWORD', 'DB_PASSWORD'],
    ],
    ['QOVERY_POSTGRESQL_Z1234_HOST_INTERNAL', ['PGHOST', 'DB_HOST']],
    ['QOVERY_POSTGRESQL_Z1234_LOGIN', ['PGUSER', 'SPRING_DATASOURCE_USERNAME', 'DB_USERNAME']],
    ['QOVERY_POSTGRESQL_Z1234_DEFAULT_DATABASE_NAME', ['PGDATABASE', 'DB_DATABASE']],
    ['QOVERY_POSTGRESQL_Z1234_DATABASE_URL_INTERNAL', ['DATABASE_URL']],
    ['QOVERY_MYSQL_Z1234_PASSWORD', ['MYSQL_PWD', 'SPRING_DATASOURCE_PASSWORD', 'DB_PASSWORD']],
    ['QOVERY_REDIS_Z1234_DATABASE_URL', ['REDIS_URL', 'SPRING_DATA_REDIS_URL']],
    [
      'QOVERY_MONGODB_Z1234_DATABASE_URL',
      ['SPRING_DATA_MONGODB_URI', 'MONGODB_URI', 'DATABASE_URL'],
    ],
    [
      'DB_MASTER_PASSWORD',
      ['PGPASSWORD', 'MYSQL_PWD', 'SPRING_DATASOURCE_PASSWORD', 'DB_PASSWORD'],
    ],
    ['orders-db-jdbc-url', ['SPRING_DATASOURCE_URL']],
    ['ASSETS_S3_SECRET_KEY', ['AWS_SECRET_ACCESS_KEY']],
    ['ASSETS_S3_REGION', ['AWS_REGION', 'AWS_DEFAULT_REGION']],
    // They want a URL, which a host is not.
    ['ASSETS_S3_ENDPOINT', ['AWS_ENDPOINT_URL_S3']],
    ['ASSETS_S3_URL', ['AWS_ENDPOINT_URL_S3']],
    ['ASSETS_S3_HOST', []],
    ['POSTGRES_ENDPOINT', ['PGHOST', 'DB_HOST']],
    ['TLS_BUNDLE', ['SSL_CERT_FILE', 'NODE_EXTRA_CA_CERTS', 'REQUESTS_CA_BUNDLE', 'PGSSLROOTCERT']],
  ])('%s', (key, expected) => {
    expect(names(key)).toEqual(expected)
  })
})

test.each([
  'SENTRY_DSN',
  'STRIPE_API_KEY',
  'APP_SECRET_KEY',
  'CLUSTER_REGION',
  'REGISTRY_PASSWORD',
  'REDIS',
  'PASSWORD',
  '',
  '😀',
])('nothing is suggested for what says nothing of a client: %s', (key) => {
  expect(names(key)).toEqual([])
})

test('neither a name that is taken is suggested nor the target’s own', () => {
  expect(suggestNames('DB_MASTER_PASSWORD', (name) => name === 'PGPASSWORD')).not.toContainEqual(
    expect.objectContaining({ name: 'PGPASSWORD' }),
  )
  expect(names('DB_PASSWORD')).not.toContain('DB_PASSWORD')
})

test('each suggestion says for whom it is, and asks for no second thought', () => {
  const all = Object.values(clientNames).flat()
  expect(all.filter(({ client }) => client.trim() === '')).toEqual([])
  const suggested = all.flatMap((each) => Object.values(each.names))
  expect(suggested.length).toBeGreaterThan(30)
  // A warning that a client reads the name is what it is there for.
  const doubts = suggested
    .flatMap((name) => adviseKey(name))
    .filter(({ level }) => level !== 'warn')
  expect(doubts).toEqual([])
})
