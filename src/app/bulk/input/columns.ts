import { inputRow, readSwitch, switchProblem, type InputRow } from './input-row'

type Column = 'key' | 'source' | 'description' | 'interpolation'

// What people, Terraform and this console's own reports call the columns.
const columnNames: Record<Column, RegExp> = {
  key: /^(?:alias|alias_key|key|name)$/,
  source: /^(?:source|source_key|value|secret|secret_key|target|aliased_secret)$/,
  description: /^(?:description|comment)$/,
  interpolation: /^(?:enable_interpolation_in_file|interpolation)$/,
}

/** What a header says of its table. */
export interface Columns {
  /** Where each column that is known stands. */
  places: ReadonlyMap<Column, number>
  /** How many columns there are, up to the last that has a name. */
  width: number
}

/** Whether a table can be read: nothing can be made without an alias and its source. */
export const namesBoth = ({ places }: Columns) => places.has('key') && places.has('source')

/** Finds the columns by their names, whichever order they stand in. */
export const findColumns = (header: readonly string[]): Columns => {
  const found = new Map<Column, number>()
  for (const [index, name] of header.entries()) {
    const plain = name
      .trim()
      .toLowerCase()
      .replaceAll(/[\s-]+/g, '_')
    const column = columns.find((each) => columnNames[each].test(plain) && !found.has(each))
    if (column !== undefined) found.set(column, index)
  }
  return { places: found, width: header.findLastIndex((name) => name.trim() !== '') + 1 }
}
const columns = ['key', 'source', 'description', 'interpolation'] as const

/** Whether a row has a text under no column, as where a separator inside of a text has cut it in two. */
export const exceeds = (record: readonly string[], { width }: Columns) =>
  record.some((cell, index) => index >= width && cell.trim() !== '')

/** Reads one row of a table. `broken` says why its cells may not be what was meant. */
export const readRecord = (
  at: number,
  record: readonly string[],
  { places }: Columns,
  broken?: string,
): InputRow => {
  const cell = (column: Column) => record[places.get(column) ?? -1] ?? ''
  const [key, source] = [cell('key'), cell('source')]
  const description = cell('description')
  const interpolation = readSwitch(cell('interpolation'))
  const problem =
    broken ??
    (source === '' ? 'The row names no source.' : undefined) ??
    (interpolation === undefined ? switchProblem : undefined)
  return inputRow(at, key, source, {
    description: description === '' ? null : description,
    interpolation: interpolation ?? null,
    ...(problem === undefined ? {} : { problem }),
  })
}
