/** One alias as somebody wrote it down, before anything is known about it. */
export interface InputRow {
  /** The line on which it begins, from 1; its number among the entries where several share a line. */
  at: number
  /** The file that it stands in, where there are several. */
  file?: string
  /** The key that the alias shall have. */
  key: string
  /** Key or id of the secret that it shall point at. */
  target: string
  description: string | null
  /** Null: as the secret's type suggests. */
  interpolation: boolean | null
  /** Name or id of the environment and of the service that it shall be in; absent: wherever the page says. */
  environment?: string
  service?: string
  /** Why this part of the input could not be read as an alias. */
  problem?: string
}

export type Format = 'lines' | 'table' | 'json' | 'yaml' | 'terraform' | 'markdown'

export const inputRow = (
  at: number,
  key: string,
  target: string,
  more: Partial<InputRow> = {},
): InputRow => ({ at, key, target, description: null, interpolation: null, ...more })

export const unreadable = (at: number, problem: string, key = '', target = ''): InputRow =>
  inputRow(at, key, target, { problem })

/** Where a row stands, inside a sentence. */
export const rowText = ({ at, file }: Pick<InputRow, 'at' | 'file'>) =>
  `row ${at}${file === undefined ? '' : ` of ${file}`}`
