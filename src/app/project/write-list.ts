import { listSeparator, writeTable } from '../data/write-table'
import type { Related } from '../relations/relate'

const columns = [
  'key',
  'points_at',
  'overrides',
  'type',
  'scope',
  'owner',
  'description',
  'interpolation_in_file',
  'created',
  'updated',
  'id',
] as const

const fieldsOf = ({
  secret,
}: Related): Record<(typeof columns)[number], string | boolean | null | undefined> => ({
  key: secret.key,
  points_at: secret.aliased_secret?.key,
  overrides: secret.overridden_secret?.key,
  type: secret.variable_type,
  scope: secret.scope,
  owner: secret.owned_by,
  description: secret.description,
  interpolation_in_file: secret.enable_interpolation_in_file,
  created: secret.created_at,
  updated: secret.updated_at,
  id: secret.id,
})

/** Rows of a list as a table for spreadsheets, in the API's own words. No value of a secret is known here. */
export const writeList = (
  rows: readonly Related[],
  delimiter: ',' | ';' = listSeparator(),
): string =>
  writeTable(
    columns,
    rows.map((related) => Object.values(fieldsOf(related)).map((value) => String(value ?? ''))),
    delimiter,
  )
