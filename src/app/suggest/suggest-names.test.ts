import { describe, expect, test } from 'vitest'
import { adviseKey } from '../../rules/alias-key'
import { clientNames } from './client-names'
import { suggestNames } from './suggest-names'

const free = () => false
const names = (key: string, isFile = false) =>
  suggestNames(key, free, isFile).map(({ name }) => name)

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
      ['SPRING_MONGODB_URI', 'SPRING_DATA_MONGODB_URI', 'MONGODB_URI', 'DATABASE_URL'],
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
    ['AWS_S3_ENDPOINT_URL', ['AWS_ENDPOINT_URL_S3']],
    ['UPLOADS_AWS_SECRET_ACCESS_KEY', ['AWS_SECRET_ACCESS_KEY']],
    ['UPLOADS_AWS_BUCKET', ['AWS_BUCKET']],
    ['MYSQL_HOSTNAME', ['MYSQL_HOST', 'DB_HOST']],
    ['POSTGRES_HOST_NAME', ['PGHOST', 'DB_HOST']],
    ['ORDERS_POSTGRES_NAME', ['PGDATABASE', 'DB_DATABASE']],
    ['REDIS_ENDPOINT_URL', ['REDIS_URL', 'SPRING_DATA_REDIS_URL']],
    ['SQL_SERVER_PASSWORD', ['SPRING_DATASOURCE_PASSWORD']],
    ['ORACLE_DB_PASSWORD', ['SPRING_DATASOURCE_PASSWORD']],
    ['CLICKHOUSE_DB_PASSWORD', ['SPRING_DATASOURCE_PASSWORD']],
  ])('%s', (key, expected) => {
    expect(names(key)).toEqual(expected)
  })
})

test('what is to be trusted is suggested for a file, of which clients are told the path', () => {
  const expected = ['SSL_CERT_FILE', 'NODE_EXTRA_CA_CERTS', 'REQUESTS_CA_BUNDLE', 'PGSSLROOTCERT']
  expect(names('TLS_BUNDLE', true)).toEqual(expected)
  expect(names('ORDERS_CA_CERT', true)).toEqual(expected)
  expect(names('TLS_BUNDLE')).toEqual([])
  // A certificate of one's own is shown to others.
  expect(names('TLS_CERT', true)).toEqual([])
  expect(names('CLIENT_TLS_CERT', true)).toEqual([])
  // And no client takes a path for what it holds.
  expect(names('DB_PASSWORD_FILE', true)).toEqual([])
  expect(names('ORDERS_DB_PASSWORD', true)).toEqual([])
})

test('for whom a name is says what reads it and what does not', () => {
  const clientsOf = (key: string) =>
    Object.fromEntries(suggestNames(key, free, false).map(({ name, client }) => [name, client]))
  expect(clientsOf('MYSQL_HOSTNAME')['MYSQL_HOST']).toMatch(/programs/)
  expect(clientsOf('ASSETS_S3_REGION')['AWS_REGION']).toMatch(/^most .*not boto3/)
  expect(clientsOf('MONGO_HOST')).toMatchObject({
    SPRING_MONGODB_HOST: 'Spring Boot from 4 on',
    SPRING_DATA_MONGODB_HOST: 'Spring Boot before 4',
  })
})

test.each([
  'SENTRY_DSN',
  'AWS_SQS_URL',
  'AWS_SQS_ENDPOINT',
  'DATABASE_CLUSTER_NAME',
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
  const isTaken = (name: string) => name === 'PGPASSWORD'
  expect(suggestNames('DB_MASTER_PASSWORD', isTaken, false)).not.toContainEqual(
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
    .flatMap((name) => adviseKey(name, { owner: undefined }))
    .filter(({ level }) => level !== 'warn')
  expect(doubts).toEqual([])
})
