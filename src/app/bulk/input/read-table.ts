import { unguardCell } from '../../data/table-cells'
import Papa from 'papaparse'
import { counted } from '../../ui/count'
import type { YieldToMain } from '../yield-to-main'
import { unreadable, type InputRow } from './input-row'
import { readRecord, targetColumn } from './read-record'
import { gather, type Gathering, type Reading, type Skipped } from './reading'
import { isNameShaped } from './secret-values'
import {
  delimiterOf,
  mostBefore,
  plainCells,
  takeSeparatorLine,
  withOneBar,
  withTabs,
  withoutColours,
} from './table-text'
import { findColumns, namesBoth, type Columns } from './vocabulary'

const headerProblem =
  'The first row must name the columns, two of them “alias” and “target”. Nothing was read.'

/**
 * Reads CSV, TSV and the like, whatever the delimiter, by the names in the first row; and tables as programs draw them on a
 * terminal.
 */
export const readTable = async (written: string, yieldToMain: YieldToMain): Promise<Reading> => {
  const { named, text } = takeSeparatorLine(withTabs(withOneBar(withoutColours(written))))
  const delimiter = named ?? (await delimiterOf(text, yieldToMain))
  const table = tableOf(delimiter, named === undefined ? 1 : 2)
  const even = await plainCells(text, delimiter, yieldToMain)
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
        for (const [index, record] of data.entries()) table.take(record, broken.get(index))
        const pause = yieldToMain()
        if (pause === undefined) return
        parser.pause()
        void pause.then(() => parser.resume())
      },
      complete: () => resolve(),
    })
  })
  return table.end()
}

const delimiterNames: Record<string, string> = { ',': 'commas', ';': 'semicolons', '\t': 'tabs' }

/** Takes a table's records in their order. `at` is the line of the first. */
const tableOf = (delimiter: string, firstLine: number) => {
  const gathering = gather()
  let at = firstLine
  let columns: Columns | undefined
  let header: string[] = []
  // What stands before a header is not lost where none follows.
  let before = 0
  let [empty, comments] = [0, 0]
  let parent = ''
  const tooMany = `More cells than columns: put quotes around a text that has ${delimiterNames[delimiter] ?? `“${delimiter}”`}.`
  const ticks = new Set<InputRow>()
  const targetColumns = new Set<number | undefined>()
  const filled = new Set<number>()

  const read = (record: readonly string[], known: Columns, broken: string | undefined) => {
    const cells = record.map(unguardCell)
    leaveOutCells(cells, known, gathering)
    for (const [column, cell] of cells.entries()) if (cell !== '') filled.add(column)
    targetColumns.add(targetColumn(cells, known))
    const branch = readBranch(at, cells, known, parent)
    if (branch === undefined) parent = cells[known.key ?? 0]?.trim() ?? ''
    const row = branch ?? readRecord({ at, cells, columns: known, broken })
    gathering.add(row)
    if (isTick(cells[known.interpolation ?? -1]) && !('skipped' in row)) ticks.add(row)
  }
  return {
    take: (record: string[], broken: string | undefined) => {
      const [first = ''] = record
      if (record.every((cell) => cell.trim() === '')) empty += 1
      else if (columns === undefined && isSign.test(first) && namesBoth(findColumns(record)))
        [columns, header] = [findColumns(record), record]
      else if (isComment(record, columns)) {
        comments += 1
        // A row that somebody took out, and no sentence with commas.
        if (isNameShaped(first.replace(/^\W+/, '')))
          for (const cell of record.slice(1)) gathering.leaveOut(cell)
      } else if (columns !== undefined && !isRule(record))
        read(record, columns, broken ?? (exceeds(record, columns) ? tooMany : undefined))
      else if (columns === undefined && !isRule(record)) {
        const found = before < mostBefore ? findColumns(record) : undefined
        if (found !== undefined && namesBoth(found)) [columns, header] = [found, record]
        else {
          before += 1
          for (const cell of record) gathering.leaveOut(cell)
        }
      }
      at += 1 + lineBreaksIn(record)
    },
    end: (): Reading => {
      if (columns === undefined) gathering.add(unreadable(1, headerProblem))
      // Who ticks some of the boxes has left the others empty on purpose.
      if (ticks.size > 0) for (const row of gathering.rows) row.interpolation ??= false
      return gathering.end('table', [
        ...(columns === undefined ? [] : unusedNote(header, columns, targetColumns, filled)),
        ...(columns !== undefined && before > 0
          ? [`${counted(before, 'line')} before the table left out.`]
          : []),
        // The last line break of a file makes one empty row.
        ...(empty > 1 ? [`${counted(empty, 'empty row')} left out.`] : []),
        ...(comments > 0 ? [`${counted(comments, 'comment')} left out.`] : []),
      ])
    },
  }
}

// What a column of numbers is called, or a comment begins with.
const isSign = /^(?:#|\/\/|--)$/

/** Whether a record is a comment: in a column of other things such signs stand before a number, or for nothing. */
const isComment = (record: readonly string[], columns: Columns | undefined) => {
  const [first = ''] = record
  if (!/^(?:#|\/\/|--|\(?\d+ rows?(?:\)| in set))/.test(first)) return false
  const { key, targets: [target] = [] } = columns ?? {}
  if (key === undefined || target === undefined || key === 0 || target === 0) return true
  return [key, target].some((column) => !/^\S+$/.test(record[column]?.trim() ?? ''))
}

const isTick = (cell: string | undefined) => /^[x✓✔☑✅]$/i.test(cell?.trim() ?? '')

/** A line that a program draws between rows. */
const isRule = (record: readonly string[]) =>
  record.every((cell) => /^[\s\u2500-\u257F+=-]*$/.test(cell)) &&
  record.some((cell) => /[\u2500-\u257F=-]{2}/.test(cell))

const lineBreaksIn = (record: readonly string[]) => {
  let count = 0
  for (const cell of record)
    if (/[\r\n]/.test(cell)) count += cell.match(/\r\n|\r|\n/g)?.length ?? 0
  return count
}

/** Whether a row has a text under no column, as where a separator inside of a text has cut it in two. */
export const exceeds = (record: readonly string[], { width }: Columns) =>
  record.some((cell, index) => index >= width && cell.trim() !== '')

/** Leaves out what may be a value in a row of a table: in a column that is not read, or under none. */
export const leaveOutCells = (
  cells: readonly string[],
  { values, width }: Columns,
  gathering: Gathering,
) => {
  for (const column of values) gathering.leaveOut(cells[column] ?? '')
  for (const cell of cells.slice(width)) gathering.leaveOut(cell)
}

/** Says which columns of a table nothing is read of. */
export const unusedNote = (
  header: readonly string[],
  { width, ...columns }: Columns,
  usedTargets: ReadonlySet<number | undefined> = new Set(),
  filled?: ReadonlySet<number>,
) => {
  const { key, targets, description, interpolation, environment, service, type, isSecret } = columns
  const used = new Set([
    key,
    // Where no row names a target, the surest column was meant to.
    ...(usedTargets.size > 0 ? [] : [targets[0]]),
    description,
    interpolation,
    environment,
    service,
    type,
    isSecret,
    ...usedTargets,
  ])
  const unused = header
    .slice(0, width)
    .map((name, index) => (name.trim() === '' ? `column ${index + 1}` : name.trim()))
    // Bars around a table make columns of nothing.
    .filter(
      (_, index) =>
        !used.has(index) && (header[index]?.trim() !== '' || filled?.has(index) !== false),
    )
  return unused.length > 0 ? [`Columns not used: ${unused.join(', ')}.`] : []
}

/** A row that the CLI draws below what it points at, instead of naming that. */
const readBranch = (
  at: number,
  cells: readonly string[],
  columns: Columns,
  parent: string,
): InputRow | Skipped | undefined => {
  const [, key] = /^[└├│─\s]*[└├]─*\s*(.+)$/.exec(cells[columns.key ?? 0] ?? '') ?? []
  if (key === undefined || columns.targets.length > 0) return undefined
  const named = cells.with(columns.key ?? 0, key)
  return readRecord({
    at,
    cells: [...named, parent],
    columns: { ...columns, targets: [named.length] },
  })
}
