/** The tables of the first version, by which a database of it is known. */
export const firstTables = [
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
  description TEXT,
  environments INTEGER NOT NULL
) STRICT`,
  `CREATE TABLE secret (
  id TEXT PRIMARY KEY,
  project_id TEXT NOT NULL REFERENCES project (id),
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  key TEXT NOT NULL,
  scope TEXT NOT NULL,
  variable_type TEXT NOT NULL,
  -- Deleting a source deletes its aliases.
  aliased_id TEXT REFERENCES secret (id) ON DELETE CASCADE,
  mount_path TEXT,
  service_id TEXT,
  service_name TEXT,
  service_type TEXT,
  owned_by TEXT,
  description TEXT,
  interpolation INTEGER
) STRICT`,
  'CREATE INDEX secret_project ON secret (project_id, key, id)',
  'CREATE INDEX secret_aliased ON secret (aliased_id)',
  `CREATE UNIQUE INDEX secret_project_key ON secret (project_id, key) WHERE scope = 'PROJECT'`,
  `CREATE UNIQUE INDEX secret_built_in_key ON secret (project_id, key) WHERE scope = 'BUILT_IN'`,
  `CREATE TABLE answer (
  idempotency_key TEXT PRIMARY KEY,
  print TEXT NOT NULL,
  status INTEGER NOT NULL,
  body TEXT,
  expires INTEGER NOT NULL
) STRICT`,
  'CREATE INDEX answer_expires ON answer (expires)',
]
