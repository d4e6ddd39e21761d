import { production } from './seed-environments'
import { tables, tablesVersion } from './tables'

const made = (...names: readonly string[]) =>
  tables.filter((sql) => names.some((name) => sql.startsWith(`CREATE ${name} `)))

// What an older console kept of narrower scopes was its own: nobody could make any.
const ownerId = `CASE scope
  WHEN 'PROJECT' THEN project_id
  WHEN 'BUILT_IN' THEN project_id
  WHEN 'ENVIRONMENT' THEN '${production.id}'
  ELSE coalesce(service_id, project_id)
END`
const columns = `id, project_id, created_at, updated_at, key, scope, variable_type, aliased_id, mount_path, service_id,
  service_name, service_type, owned_by, description, interpolation`

/** Makes the present tables of the first ones, with all that people made, or leaves everything as it was. */
export const migration = [
  'BEGIN IMMEDIATE',
  'DROP INDEX secret_project',
  'DROP INDEX secret_aliased',
  'DROP INDEX secret_project_key',
  'DROP INDEX secret_built_in_key',
  'ALTER TABLE secret RENAME TO secret_before',
  'ALTER TABLE project RENAME TO project_before',
  ...made('TABLE project', 'TABLE environment', 'TABLE service', 'TABLE secret'),
  'INSERT INTO project SELECT id, organization_id, created_at, name, description FROM project_before',
  `INSERT INTO secret (${columns}, owner_id, is_secret) SELECT ${columns}, ${ownerId}, 1 FROM secret_before`,
  'DROP TABLE secret_before',
  'DROP TABLE project_before',
  ...made('INDEX environment_project', 'INDEX service_environment'),
  ...made('INDEX secret_owner', 'INDEX secret_aliased', 'INDEX secret_overridden'),
  ...made('UNIQUE INDEX secret_owner_key', 'UNIQUE INDEX secret_built_in_key'),
  // They stand for calls as they were written down then. A call that is sent again is refused, and the list tells the rest.
  'DELETE FROM answer',
  `PRAGMA user_version = ${tablesVersion}`,
  'COMMIT',
].join(';')
