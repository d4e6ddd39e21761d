import * as z from 'zod/mini'
import type { Place } from './place'
import type { Store } from './store'

/** In which of its two shapes Qovery answers: as a `Secret`, or as a `VariableResponse`, which variables in the clear have, too. */
export type Family = 'secret' | 'variable'

// SQLite writes the answers' JSON itself: at 10,000 secrets that takes a third of the time of objects made here.
const boolean = (column: string) =>
  `CASE ${column} WHEN 1 THEN json('true') WHEN 0 THEN json('false') END`

const linked = (table: string, more: string) => `CASE WHEN ${table}.id IS NOT NULL THEN json_object(
  'id', ${table}.id,
  'key', ${table}.key,
  'mount_path', coalesce(${table}.mount_path, ''),
  'scope', ${table}.scope,
  'variable_type', ${table}.variable_type${more}
) END`

const linkedSecret = (table: string) =>
  linked(
    table,
    `,
  'description', ${table}.description,
  'enable_interpolation_in_file', ${boolean(`${table}.interpolation`)}`,
  )
const linkedVariable = (table: string) => linked(table, `, 'value', ${table}.value`)

// As their description has it, some fields can be null, and of the others those that have no value are left out: a merge
// patch drops null. A secret has no mount path of its own.
const always: Record<Family, string> = {
  secret: `'description', secret.description,
  'enable_interpolation_in_file', ${boolean('secret.interpolation')}`,
  variable: `'value', secret.value,
  'mount_path', secret.mount_path,
  'is_secret', ${boolean('secret.is_secret')}`,
}
const whereGiven: Record<Family, string> = {
  secret: `'overridden_secret', ${linkedSecret('overridden')},
  'aliased_secret', ${linkedSecret('aliased')}`,
  variable: `'description', secret.description,
  'enable_interpolation_in_file', ${boolean('secret.interpolation')},
  'overridden_variable', ${linkedVariable('overridden')},
  'aliased_variable', ${linkedVariable('aliased')}`,
}

const selectOf = (family: Family) => `SELECT json_patch(json_object(
  'id', secret.id,
  'created_at', secret.created_at,
  'key', secret.key,
  'scope', secret.scope,
  ${always[family]}
), json_object(
  'updated_at', secret.updated_at,
  'variable_type', secret.variable_type,
  'service_id', secret.service_id,
  'service_name', secret.service_name,
  'service_type', secret.service_type,
  'owned_by', secret.owned_by,
  ${whereGiven[family]}
)) AS json
FROM secret
LEFT JOIN secret AS aliased ON aliased.id = secret.aliased_id
LEFT JOIN secret AS overridden ON overridden.id = coalesce(secret.overridden_id, (
  SELECT built_in.id FROM secret AS built_in
  WHERE secret.scope = 'PROJECT' AND built_in.scope = 'BUILT_IN'
    AND built_in.owner_id = secret.owner_id AND built_in.key = secret.key
))`
const select: Record<Family, string> = {
  secret: selectOf('secret'),
  variable: selectOf('variable'),
}

const jsonRows = z.array(z.object({ json: z.string() }))
const json = (rows: unknown[]) => z.parse(jsonRows, rows).map((row) => row.json)

/** What can be seen at a place as `{results}`, its own and that of what is around it, in the order of the keys. */
export const listSecrets = (
  store: Store,
  { seen }: Pick<Place, 'seen'>,
  family: Family = 'secret',
): string => {
  const those = seen.length === 1 ? '= ?' : `IN (${seen.map(() => '?').join()})`
  const secretsOnly = family === 'secret' ? 'AND secret.is_secret = 1' : ''
  const rows = store.all(
    `${select[family]} WHERE secret.owner_id ${those} ${secretsOnly} ORDER BY secret.key, secret.id`,
    ...seen,
  )
  return `{"results":[${json(rows).join(',')}]}`
}

/** One secret as it is answered. */
export const showSecret = (store: Store, id: string, family: Family = 'secret'): string | null =>
  json(store.all(`${select[family]} WHERE secret.id = ?`, id))[0] ?? null
