import * as z from 'zod/mini'
import type { Place } from './place'
import type { Store, Value } from './store'

const heldSecret = z.object({
  id: z.string(),
  project_id: z.string(),
  owner_id: z.string(),
  key: z.string(),
  scope: z.string(),
  variable_type: z.string(),
  is_secret: z.number(),
})
/** What decides about a secret, or about a variable that is none. */
export type HeldSecret = z.infer<typeof heldSecret>

const columns = 'SELECT id, project_id, owner_id, key, scope, variable_type, is_secret FROM secret'
const first = (rows: unknown[]) => z.parse(z.array(heldSecret), rows)[0]

/** Finds a secret of any scope by its id. */
export const findSecret = (store: Store, id: string): HeldSecret | undefined =>
  first(store.all(`${columns} WHERE id = ?`, id))

/**
 * Finds who holds a key that cannot be taken at a place: the narrowest that can be seen there. A project's own may override a
 * BUILT_IN one.
 */
export const findExisting = (
  store: Store,
  { owner, seen }: Pick<Place, 'owner' | 'seen'>,
  key: string,
): HeldSecret | undefined => {
  const taken = owner.kind === 'project' ? "AND scope <> 'BUILT_IN'" : ''
  const rows = store.all(
    `${columns} WHERE key = ? AND owner_id IN (${seen.map(() => '?').join()}) ${taken}`,
    key,
    ...seen,
  )
  const holders = z.parse(z.array(heldSecret), rows)
  return seen.flatMap((id) => holders.filter(({ owner_id }) => owner_id === id))[0]
}

/** A row of the table; what is not given is null. */
export interface SecretRow {
  id: string
  project_id: string
  owner_id: string
  created_at: string
  updated_at: string
  key: string
  scope: string
  variable_type: string
  aliased_id?: string
  overridden_id?: string
  mount_path?: string | null
  service_id?: string
  service_name?: string
  service_type?: string
  owned_by?: string
  description?: string | null
  interpolation?: number | null
  /** 1, or 0 for a variable in the clear. */
  is_secret: number
  /** Of a variable in the clear. */
  value?: string | null
}

/** A secret to begin with: the project's, owned by QOVERY and never updated, where it does not say otherwise. */
export type SeedSecret = Omit<SecretRow, 'project_id' | 'owner_id' | 'updated_at' | 'is_secret'> &
  Partial<SecretRow>

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

type SecretChange = Pick<
  SecretRow,
  'key' | 'updated_at' | 'description' | 'interpolation' | 'value'
>

export const updateSecret = (store: Store, id: string, change: SecretChange): void => {
  const assignments = Object.keys(change).map((name) => `${name} = ?`)
  const values: Value[] = Object.values(change)
  store.run(`UPDATE secret SET ${assignments.join(', ')} WHERE id = ?`, ...values, id)
}

/** Removes a secret; the table takes its aliases and overrides along, wherever they are. */
export const removeSecret = (store: Store, id: string): void => {
  store.run('DELETE FROM secret WHERE id = ?', id)
}
