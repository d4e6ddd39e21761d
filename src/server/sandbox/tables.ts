/** To be raised with each change of the tables, which migrate.ts then has to make of what an older console left. */
export const tablesVersion = 2

/** The sandbox's tables. Only columns that an answer shows are kept: there are no values of secrets anywhere. */
export const tables = [
  `CREATE TABLE organization (
  id TEXT PRIMARY KEY,
  created_at TEXT NOT NULL,
  name TEXT NOT NULL
) STRICT`,
  `CREATE TABLE project (
  id TEXT PRIMARY KEY,
  organization_id TEXT NOT NULL REFERENCES organization (id),
  created_at TEXT NOT NULL,
  name TEXT NOT NULL,
  description TEXT
) STRICT`,
  `CREATE TABLE environment (
  id TEXT PRIMARY KEY,
  project_id TEXT NOT NULL REFERENCES project (id),
  created_at TEXT NOT NULL,
  name TEXT NOT NULL,
  mode TEXT NOT NULL,
  expires_at TEXT
) STRICT`,
  'CREATE INDEX environment_project ON environment (project_id, name)',
  `CREATE TABLE service (
  id TEXT PRIMARY KEY,
  environment_id TEXT NOT NULL REFERENCES environment (id),
  created_at TEXT NOT NULL,
  name TEXT NOT NULL,
  service_type TEXT NOT NULL,
  job_type TEXT,
  description TEXT
) STRICT`,
  'CREATE INDEX service_environment ON service (environment_id, name)',
  `CREATE TABLE secret (
  id TEXT PRIMARY KEY,
  project_id TEXT NOT NULL REFERENCES project (id),
  -- The project, environment or service whose it is; of a built-in one, the widest place whose list shows it.
  owner_id TEXT NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  key TEXT NOT NULL,
  scope TEXT NOT NULL,
  variable_type TEXT NOT NULL,
  -- Deleting a source deletes its aliases and overrides, wherever they are.
  aliased_id TEXT REFERENCES secret (id) ON DELETE CASCADE,
  overridden_id TEXT REFERENCES secret (id) ON DELETE CASCADE,
  mount_path TEXT,
  service_id TEXT,
  service_name TEXT,
  service_type TEXT,
  owned_by TEXT,
  description TEXT,
  interpolation INTEGER,
  is_secret INTEGER NOT NULL,
  -- Of what is no secret.
  value TEXT
) STRICT`,
  'CREATE INDEX secret_owner ON secret (owner_id, key, id)',
  'CREATE INDEX secret_aliased ON secret (aliased_id)',
  'CREATE INDEX secret_overridden ON secret (overridden_id)',
  `CREATE UNIQUE INDEX secret_owner_key ON secret (owner_id, key) WHERE scope <> 'BUILT_IN'`,
  `CREATE UNIQUE INDEX secret_built_in_key ON secret (owner_id, key) WHERE scope = 'BUILT_IN'`,
  `CREATE TABLE answer (
  idempotency_key TEXT PRIMARY KEY,
  print TEXT NOT NULL,
  status INTEGER NOT NULL,
  body TEXT,
  expires INTEGER NOT NULL
) STRICT`,
  'CREATE INDEX answer_expires ON answer (expires)',
]
