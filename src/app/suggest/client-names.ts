/** What a value is for: `database` is one whose kind its key does not say, `other database` one that has no client here. */
export type System =
  | 'postgresql'
  | 'mysql'
  | 'redis'
  | 'mongodb'
  | 'other database'
  | 'database'
  | 's3'
  | 'aws'
  | 'tls'

/** Which part of what a client needs a value is. */
export type Part =
  | 'host'
  | 'endpoint'
  | 'port'
  | 'user'
  | 'password'
  | 'database'
  | 'url'
  | 'jdbc'
  | 'access key'
  | 'secret key'
  | 'session token'
  | 'region'
  | 'bucket'
  | 'file'

/** A client, and the names under which it looks for what it needs. */
export interface ClientNames {
  client: string
  names: Partial<Record<Part, string>>
}

// Sources: the clients' own documentation, of what they read from the environment without being told to.
const springDatasource: ClientNames = {
  client: 'Spring Boot, by JDBC',
  names: {
    user: 'SPRING_DATASOURCE_USERNAME',
    password: 'SPRING_DATASOURCE_PASSWORD',
    jdbc: 'SPRING_DATASOURCE_URL',
  },
}
const libpq: ClientNames = {
  client: 'libpq: psql, and most drivers of PostgreSQL',
  names: {
    host: 'PGHOST',
    port: 'PGPORT',
    user: 'PGUSER',
    password: 'PGPASSWORD',
    database: 'PGDATABASE',
  },
}
const mysqlClient: ClientNames = {
  client: 'the client library of MySQL and MariaDB',
  names: { port: 'MYSQL_TCP_PORT', password: 'MYSQL_PWD' },
}
const mysqlProgram: ClientNames = {
  client: 'the programs mysql and mariadb, and no library',
  names: { host: 'MYSQL_HOST' },
}
const databaseUrl: ClientNames = {
  client: 'Prisma, Rails, and most frameworks that take a URL',
  names: { url: 'DATABASE_URL' },
}
const laravel: ClientNames = {
  client: 'Laravel, and many frameworks beside it',
  names: {
    host: 'DB_HOST',
    port: 'DB_PORT',
    user: 'DB_USERNAME',
    password: 'DB_PASSWORD',
    database: 'DB_DATABASE',
  },
}

const awsCredentials: ClientNames = {
  client: 'every AWS SDK, and the AWS CLI',
  names: {
    'access key': 'AWS_ACCESS_KEY_ID',
    'secret key': 'AWS_SECRET_ACCESS_KEY',
    'session token': 'AWS_SESSION_TOKEN',
  },
}
const awsRegion: readonly ClientNames[] = [
  { client: 'most AWS SDKs, and not boto3', names: { region: 'AWS_REGION' } },
  { client: 'boto3, and the AWS CLI', names: { region: 'AWS_DEFAULT_REGION' } },
]
const awsBucket: ClientNames = { client: 'Laravel', names: { bucket: 'AWS_BUCKET' } }
// Source: Spring Boot’s configuration changelog: what configures the client of MongoDB is no setting of Spring Data’s.
const springMongo = (client: string, prefix: string): ClientNames => ({
  client,
  names: {
    host: `${prefix}_HOST`,
    port: `${prefix}_PORT`,
    user: `${prefix}_USERNAME`,
    password: `${prefix}_PASSWORD`,
    database: `${prefix}_DATABASE`,
    url: `${prefix}_URI`,
  },
})

/** The clients of each system, those that most people use first. */
export const clientNames: Readonly<Record<System, readonly ClientNames[]>> = {
  postgresql: [libpq, databaseUrl, springDatasource, laravel],
  mysql: [mysqlClient, mysqlProgram, databaseUrl, springDatasource, laravel],
  // What JDBC connects to, whatever it is.
  'other database': [springDatasource],
  database: [libpq, databaseUrl, mysqlClient, springDatasource, laravel],
  redis: [
    { client: 'most clients of Redis that take a URL', names: { url: 'REDIS_URL' } },
    {
      client: 'Laravel, and many frameworks beside it',
      names: { host: 'REDIS_HOST', port: 'REDIS_PORT', password: 'REDIS_PASSWORD' },
    },
    { client: 'redis-cli', names: { password: 'REDISCLI_AUTH' } },
    {
      client: 'Spring Boot from 3 on',
      names: {
        host: 'SPRING_DATA_REDIS_HOST',
        port: 'SPRING_DATA_REDIS_PORT',
        user: 'SPRING_DATA_REDIS_USERNAME',
        password: 'SPRING_DATA_REDIS_PASSWORD',
        url: 'SPRING_DATA_REDIS_URL',
      },
    },
  ],
  mongodb: [
    springMongo('Spring Boot from 4 on', 'SPRING_MONGODB'),
    springMongo('Spring Boot before 4', 'SPRING_DATA_MONGODB'),
    { client: 'the examples of MongoDB’s own drivers', names: { url: 'MONGODB_URI' } },
    { client: 'Prisma', names: { url: 'DATABASE_URL' } },
  ],
  s3: [
    awsCredentials,
    {
      client: 'AWS SDKs since 2023, and the AWS CLI',
      names: { endpoint: 'AWS_ENDPOINT_URL_S3', url: 'AWS_ENDPOINT_URL_S3' },
    },
    ...awsRegion,
    awsBucket,
  ],
  aws: [awsCredentials, ...awsRegion, awsBucket],
  tls: [
    { client: 'OpenSSL, Go and Ruby', names: { file: 'SSL_CERT_FILE' } },
    { client: 'Node.js', names: { file: 'NODE_EXTRA_CA_CERTS' } },
    { client: 'Python’s Requests', names: { file: 'REQUESTS_CA_BUNDLE' } },
    { client: 'libpq', names: { file: 'PGSSLROOTCERT' } },
  ],
}
