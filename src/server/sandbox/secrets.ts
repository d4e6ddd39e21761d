import * as z from 'zod/mini'
import type { Store, Value } from './store'

const heldSecret = z.object({
  id: z.string(),
  key: z.string(),
  scope: z.string(),
  variable_type: z.string(),
})
/** What decides about a secret. */
export type HeldSecret = z.infer<typeof heldSecret>

const columns = 'SELECT id, key, scope, variable_type FROM secret'
const first = (rows: unknown[]) => z.parse(z.array(heldSecret), rows)[0]

/** Finds a secret of any scope by its id, within a project. */
export const findSecret = (store: Store, projectId: string, id: string): HeldSecret | undefined =>
  first(store.all(`${columns} WHERE project_id = ? AND id = ?`, projectId, id))

/** Finds who holds a key at project level. */
export const findHolder = (store: Store, projectId: string, key: string): HeldSecret | undefined =>
  first(
    store.all(`${columns} WHERE project_id = ? AND key = ? AND scope = 'PROJECT'`, projectId, key),
  )

/** A row of the table; what is not given is null. */
export interface SecretRow {
  id: string
  project_id: string
  created_at: string
  updated_at: string
  key: string
  scope: string
  variable_type: string
  aliased_id?: string
  mount_path?: string
  service_id?: string
  service_name?: string
  service_type?: string
  owned_by?: string
  description?: string | null
  interpolation?: number | null
}

/** A secret to begin with: owned by QOVERY and never updated, where it does not say otherwise. */
export type SeedSecret = Omit<SecretRow, 'project_id' | 'updated_at'> & { updated_at?: string }

/** SQLite has no booleans. */
export const toInterpolation = (enabled: boolean | null | undefined): number | null =>
  typeof enabled === 'boolean' ? Number(enabled) : null

/** @param conflict what to do where the id or the key is there already. */
export const insertSecret = (
  store: Store,
  row: SecretRow,
  conflict: 'ABORT' | 'IGNORE' = 'ABORT',
): void => {
  const names = Object.keys(row)
  const places = names.map(() => '?')
  const values: Value[] = Object.values(row)
  store.run(
    `INSERT OR ${conflict} INTO secret (${names.join(', ')}) VALUES (${places.join(', ')})`,
    ...values,
  )
}

type SecretChange = Pick<SecretRow, 'key' | 'updated_at' | 'description' | 'interpolation'>

export const updateSecret = (store: Store, id: string, change: SecretChange): void => {
  const assignments = Object.keys(change).map((name) => `${name} = ?`)
  const values: Value[] = Object.values(change)
  store.run(`UPDATE secret SET ${assignments.join(', ')} WHERE id = ?`, ...values, id)
}

/** Removes a secret; the table takes its aliases along. */
export const removeSecret = (store: Store, id: string): void => {
  store.run('DELETE FROM secret WHERE id = ?', id)
}
