import { inputRow, readSwitch, switchProblem, type InputRow } from './input-row'

type Column = 'key' | 'source' | 'description' | 'interpolation'

// What people, Terraform and this console's own reports call the columns.
const columnNames: Record<Column, RegExp> = {
  key: /^(?:alias|alias_key|key|name)$/,
  source: /^(?:source|source_key|value|secret|secret_key|target|aliased_secret)$/,
  description: /^(?:description|comment)$/,
  interpolation: /^(?:enable_interpolation_in_file|interpolation)$/,
}

/** Where each column that is known stands. */
export type Places = ReadonlyMap<Column, number>

/** Whether a table can be read: nothing can be made without an alias and its source. */
export const namesBoth = (places: Places) => places.has('key') && places.has('source')

/** Finds the columns by their names, whichever order they stand in. */
export const findColumns = (header: readonly string[]): Places => {
  const found = new Map<Column, number>()
  for (const [index, name] of header.entries()) {
    const plain = name
      .trim()
      .toLowerCase()
      .replaceAll(/[\s-]+/g, '_')
    const column = columns.find((each) => columnNames[each].test(plain) && !found.has(each))
    if (column !== undefined) found.set(column, index)
  }
  return found
}
const columns = ['key', 'source', 'description', 'interpolation'] as const

/** Reads one row of a table. `broken` says why its cells may not be what was meant. */
export const readRecord = (
  at: number,
  record: readonly string[],
  places: Places,
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
