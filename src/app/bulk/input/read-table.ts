import Papa from 'papaparse'
import type { Breathe } from '../breathe'
import {
  counted,
  inputRow,
  readSwitch,
  switchProblem,
  unreadable,
  type InputRow,
  type Reading,
} from './input-row'
import { unguardCell } from './table-cell'

type Column = 'key' | 'source' | 'description' | 'interpolation'

// What people, Terraform and this console's own reports call the columns.
const columnNames: Record<Column, RegExp> = {
  key: /^(?:alias|alias_key|key|name)$/,
  source: /^(?:source|source_key|value|secret|secret_key|target|aliased_secret)$/,
  description: /^(?:description|comment)$/,
  interpolation: /^(?:enable_interpolation_in_file|interpolation)$/,
}

const headerProblem =
  'The first row must name the columns, two of them “alias” and “source”. Nothing was read.'

/** Reads CSV, TSV and the like, whatever the delimiter, by the names in the first row. */
export const readTable = async (text: string, breathe: Breathe): Promise<Reading> => {
  const rows: InputRow[] = []
  let columns: Map<Column, number> | undefined
  let header: string[] = []
  let [at, empty] = [0, 0]
  const delimiter = delimiterOf(text)

  const take = (record: string[], broken: string | undefined) => {
    at += 1
    if (columns === undefined) {
      header = record
      columns = findColumns(record)
    } else if (record.every((cell) => cell.trim() === '')) empty += 1
    else rows.push(readRecord(at, record, columns, broken))
  }

  // A quoted cell may hold line breaks, so that only the parser knows where a row ends: it stops between two chunks.
  await new Promise<void>((resolve) => {
    Papa.parse<string[]>(text, {
      delimiter,
      chunkSize: 128_000,
      chunk: ({ data, errors }: Papa.ParseResult<string[]>, parser: Papa.Parser) => {
        const broken = new Map<number | undefined, string>(
          errors.map(({ row, message }) => [row, message]),
        )
        for (const [index, record] of data.entries()) take(record, broken.get(index))
        const rest = breathe()
        if (rest === undefined) return
        parser.pause()
        void rest.then(() => parser.resume())
      },
      complete: () => resolve(),
    })
  })
  if (columns === undefined || !columns.has('key') || !columns.has('source'))
    return { format: 'table', rows: [unreadable(1, headerProblem)], notes: [] }
  const used = new Set(columns.values())
  const unused = header.filter((name, index) => !used.has(index) && name.trim() !== '')
  return {
    format: 'table',
    rows,
    notes: [
      ...(unused.length > 0 ? [`Columns not used: ${unused.join(', ')}.`] : []),
      // The last line break of a file makes one empty row.
      ...(empty > 1 ? [`${counted(empty, 'empty row')} left out.`] : []),
    ],
  }
}

const delimiterOf = (text: string) => {
  const { meta } = Papa.parse<string[]>(text.slice(0, 64_000), { preview: 20 })
  return meta.delimiter
}

const findColumns = (header: readonly string[]) => {
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

const readRecord = (
  at: number,
  record: readonly string[],
  places: ReadonlyMap<Column, number>,
  broken: string | undefined,
): InputRow => {
  const cell = (column: Column) => unguardCell(record[places.get(column) ?? -1] ?? '')
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
