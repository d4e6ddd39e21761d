/** One alias as somebody wrote it down, before anything is known about it. */
export interface InputRow {
  /** Where it stands in the input, from 1: a line, a table's row, or a list's entry. */
  at: number
  /** The key that the alias shall have. */
  key: string
  /** Key or id of the secret that it shall name. */
  target: string
  description: string | null
  /** Null: as the secret's type suggests. */
  interpolation: boolean | null
  /** Why this part of the input could not be read as an alias. */
  problem?: string
}

export type Format = 'lines' | 'table' | 'json' | 'terraform' | 'markdown'

/** A whole input, read. Whatever is not in a row is told in a note. */
export interface Reading {
  format: Format
  rows: InputRow[]
  notes: string[]
}

export const inputRow = (
  at: number,
  key: string,
  target: string,
  more: Partial<InputRow> = {},
): InputRow => ({ at, key, target, description: null, interpolation: null, ...more })

export const unreadable = (at: number, problem: string, key = '', target = ''): InputRow =>
  inputRow(at, key, target, { problem })

/** Reads a switch as tables and lists write it; undefined where it is something else. */
export const readSwitch = (value: unknown): boolean | null | undefined => {
  if (value === null || value === undefined || value === '') return null
  if (typeof value === 'boolean') return value
  const word = typeof value === 'string' ? value.trim().toLowerCase() : ''
  if (['true', 'yes', 'on', '1'].includes(word)) return true
  return ['false', 'no', 'off', '0'].includes(word) ? false : undefined
}

export const switchProblem =
  'The interpolation must be true or false, or be left empty to follow the secret.'
