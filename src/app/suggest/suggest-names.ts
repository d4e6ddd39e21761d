import { clientNames, type Part, type System } from './client-names'

/** A name for an alias, and which client looks for its value there. */
export interface Suggestion {
  name: string
  client: string
}

interface KeyMeaning {
  system: System
  part: Part
}

// The first that fits is meant: what says the most comes first.
const systems: readonly [System, RegExp][] = [
  ['postgresql', /^(?:POSTGRES(?:QL)?|PG|PGSQL|PSQL)$/],
  ['mysql', /^(?:MYSQL|MARIADB)$/],
  ['redis', /^(?:REDIS|VALKEY)$/],
  ['mongodb', /^MONGO(?:DB)?$/],
  ['s3', /^(?:S3|MINIO)$/],
  [
    'other database',
    /^(?:MSSQL|SQLSERVER|ORACLE|DB2|CLICKHOUSE|SNOWFLAKE|CASSANDRA|COUCHDB|NEO4J)$/,
  ],
  ['database', /^(?:DB|DATABASE|RDS|SQL|JDBC)$/],
  ['aws', /^AWS$/],
  ['tls', /^(?:TLS|SSL|CA)$/],
]

// The longest that fits is meant. Those of a database are how Qovery names its built-in variables.
const endings: readonly [Part, readonly string[]][] = [
  ['host', ['HOST_INTERNAL', 'HOST', 'HOSTNAME', 'HOST_NAME']],
  ['endpoint', ['ENDPOINT']],
  ['port', ['PORT']],
  ['user', ['LOGIN', 'USER', 'USERNAME', 'USER_NAME']],
  ['password', ['PASSWORD', 'PASSWD', 'PASS', 'PWD', 'PW', 'AUTH']],
  ['database', ['DEFAULT_DATABASE_NAME', 'DATABASE_NAME', 'DB_NAME', 'DBNAME', 'DATABASE']],
  ['url', ['DATABASE_URL_INTERNAL', 'DATABASE_URL', 'URL', 'URI', 'DSN', 'CONNECTION_STRING']],
  ['jdbc', ['JDBC_URL', 'JDBC']],
  ['access key', ['ACCESS_KEY_ID', 'ACCESS_KEY']],
  ['secret key', ['SECRET_ACCESS_KEY', 'SECRET_KEY']],
  ['session token', ['SESSION_TOKEN']],
  ['region', ['REGION', 'DEFAULT_REGION']],
  ['bucket', ['BUCKET', 'BUCKET_NAME']],
  // What is trusted, and not a certificate of one's own.
  ['file', ['BUNDLE', 'CA', 'CA_CERT', 'CA_CERT_FILE', 'CA_CERTIFICATE', 'CA_FILE', 'CA_PEM']],
]

/** Reads what a key is about, as people and Qovery name things; undefined where it does not say. */
const meaningOf = (key: string): KeyMeaning | undefined => {
  const text = key
    .toUpperCase()
    .replaceAll(/[^A-Z0-9]+/g, '_')
    .replaceAll(/(?<![A-Z0-9])SQL_SERVER(?![A-Z0-9])/g, 'SQLSERVER')
  let part: Part | undefined
  let ending = ''
  for (const [each, names] of endings)
    for (const name of names)
      if ((text === name || text.endsWith(`_${name}`)) && name.length > ending.length)
        [part, ending] = [each, name]
  const words = text.split('_')
  const found = systems.find(([, pattern]) => words.some((word) => pattern.test(word)))
  // A name is a database's right behind the word for it: that of a cluster is not.
  if (words.at(-1) === 'NAME' && found?.[1].test(words.at(-2) ?? '') === true) part ??= 'database'
  return part && found && { part, system: found[0] }
}

/** How many names are suggested at most: whoever needs another one knows it. */
const most = 5

/**
 * Names under which clients look for what a secret holds, as its key tells; none where it tells nothing.
 * @param isTaken whether a key cannot be had, or what it would override is not to be
 * @param isFile whether clients find its path there rather than what it holds
 */
export const suggestNames = (
  targetKey: string,
  isTaken: (name: string) => boolean,
  isFile: boolean,
): Suggestion[] => {
  const meaning = meaningOf(targetKey)
  if (meaning === undefined || (meaning.part === 'file') !== isFile) return []
  return clientNames[meaning.system]
    .flatMap(({ client, names }) => {
      // What has an endpoint has a host in it, or a URL.
      const name = names[meaning.part] ?? (meaning.part === 'endpoint' ? names.host : undefined)
      return name === undefined || name === targetKey || isTaken(name) ? [] : [{ name, client }]
    })
    .slice(0, most)
}
