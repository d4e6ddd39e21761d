import Papa from 'papaparse'
import { counted } from '../../ui/count'
import type { YieldToMain } from '../yield-to-main'
import { exceeds, findColumns, namesBoth, readRecord, type Columns } from './columns'
import { unreadable, type InputRow, type Reading } from './input-row'
import { evenLineEnds } from './line-ends'
import { unguardCell } from './table-cell'

const headerProblem =
  'The first row must name the columns, two of them “alias” and “source”. Nothing was read.'

/** Reads CSV, TSV and the like, whatever the delimiter, by the names in the first row. */
export const readTable = async (written: string, yieldToMain: YieldToMain): Promise<Reading> => {
  const rows: InputRow[] = []
  let columns: Columns | undefined
  let header: string[] = []
  const { named, text } = takeSeparatorLine(written)
  let [at, empty] = [named === undefined ? 0 : 1, 0]
  const delimiter = named ?? (await delimiterOf(text, yieldToMain))
  const tooMany = `More cells than columns: put quotes around a text that has ${delimiterNames[delimiter]}.`

  const take = (record: string[], broken: string | undefined) => {
    at += 1
    if (record.every((cell) => cell.trim() === '')) empty += 1
    else if (columns === undefined) {
      header = record
      columns = findColumns(record)
    } else {
      const problem = broken ?? (exceeds(record, columns) ? tooMany : undefined)
      rows.push(readRecord(at, record.map(unguardCell), columns, problem))
    }
  }

  const even = await evenLineEnds(text, delimiter, yieldToMain)
  // A quoted cell may hold line breaks, so that only the parser knows where a row ends: it stops between two chunks.
  await new Promise<void>((resolve) => {
    Papa.parse<string[]>(even, {
      delimiter,
      newline: '\n',
      chunkSize: 128_000,
      chunk: ({ data, errors }: Papa.ParseResult<string[]>, parser: Papa.Parser) => {
        const broken = new Map<number | undefined, string>(
          errors.map(({ row, message }) => [row, message]),
        )
        for (const [index, record] of data.entries()) take(record, broken.get(index))
        const rest = yieldToMain()
        if (rest === undefined) return
        parser.pause()
        void rest.then(() => parser.resume())
      },
      complete: () => resolve(),
    })
  })
  if (columns === undefined || !namesBoth(columns))
    return { format: 'table', rows: [unreadable(1, headerProblem)], notes: [] }
  const used = new Set(columns.places.values())
  const unused = header
    .slice(0, columns.width)
    .map((name, index) => (name.trim() === '' ? `column ${index + 1}` : name))
    .filter((_, index) => !used.has(index))
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

const delimiters = [',', ';', '\t', '|'] as const
const delimiterNames = { ',': 'commas', ';': 'semicolons', '\t': 'tabs', '|': '“|”' }

/** Whether a text begins with the line that tells Excel which delimiter it has. */
export const hasSeparatorLine = (text: string) => takeSeparatorLine(text).named !== undefined

const takeSeparatorLine = (text: string) => {
  const [line = '', mark] = /^sep=([,;\t|])[^\S\r\n]*(?:\r\n|[\r\n])/i.exec(text) ?? []
  return { named: delimiters.find((each) => each === mark), text: text.slice(line.length) }
}

/** The delimiter that makes the first row name the columns. Papaparse's own guess wants more rows than two. */
const delimiterOf = async (text: string, yieldToMain: YieldToMain) => {
  const start = text.slice(0, 64_000).replace(/^[\r\n]+/, '')
  for (const delimiter of delimiters) {
    const even = await evenLineEnds(start, delimiter, yieldToMain)
    const { data } = Papa.parse<string[]>(even, { delimiter, newline: '\n', preview: 1 })
    if (namesBoth(findColumns(data[0] ?? []))) return delimiter
  }
  return ','
}
