import * as z from 'zod/mini'
import type { Store } from './store'

// SQLite writes the answers' JSON itself: at 10,000 secrets that takes a third of the time of objects made here.
const boolean = (column: string) =>
  `CASE ${column} WHEN 1 THEN json('true') WHEN 0 THEN json('false') END`

const linked = (table: string) => `CASE WHEN ${table}.id IS NOT NULL THEN json_object(
  'id', ${table}.id,
  'key', ${table}.key,
  'mount_path', coalesce(${table}.mount_path, ''),
  'scope', ${table}.scope,
  'variable_type', ${table}.variable_type,
  'description', ${table}.description,
  'enable_interpolation_in_file', ${boolean(`${table}.interpolation`)}
) END`

// The fields of Qovery's `Secret`; it has no mount path of its own. As its description has it, a description and the
// interpolation can be null, and of the others those that have no value are left out: a merge patch drops null.
const select = `SELECT json_patch(json_object(
  'id', secret.id,
  'created_at', secret.created_at,
  'key', secret.key,
  'scope', secret.scope,
  'description', secret.description,
  'enable_interpolation_in_file', ${boolean('secret.interpolation')}
), json_object(
  'updated_at', secret.updated_at,
  'variable_type', secret.variable_type,
  'service_id', secret.service_id,
  'service_name', secret.service_name,
  'service_type', secret.service_type,
  'owned_by', secret.owned_by,
  'overridden_secret', ${linked('overridden')},
  'aliased_secret', ${linked('aliased')}
)) AS json
FROM secret
LEFT JOIN secret AS aliased ON aliased.id = secret.aliased_id
LEFT JOIN secret AS overridden ON secret.scope <> 'BUILT_IN'
  AND overridden.scope = 'BUILT_IN'
  AND overridden.project_id = secret.project_id
  AND overridden.key = secret.key`

const jsonRows = z.array(z.object({ json: z.string() }))
const json = (rows: unknown[]) => z.parse(jsonRows, rows).map((row) => row.json)

/** A project's secrets as `{results}`: those at project level and those that Qovery made, in the order of their keys. */
export const listSecrets = (store: Store, projectId: string): string => {
  const rows = store.all(
    `${select} WHERE secret.project_id = ? AND secret.scope IN ('PROJECT', 'BUILT_IN') ORDER BY secret.key, secret.id`,
    projectId,
  )
  return `{"results":[${json(rows).join(',')}]}`
}

/** One secret as it is answered. */
export const showSecret = (store: Store, id: string): string | null =>
  json(store.all(`${select} WHERE secret.id = ?`, id))[0] ?? null
