import Papa from 'papaparse'
import { writeCell } from '../input/read-markdown'
import { guardCell } from '../input/read-table'
import { countStates, rowStates, type Job, type JobRow } from '../run/job'
import { resultWords } from './result-words'

const columns = [
  'alias',
  'source',
  'description',
  'enable_interpolation_in_file',
  'result',
  'reason',
  'id',
  'request_id',
] as const

const fieldsOf = (row: JobRow): Record<(typeof columns)[number], string | boolean | null> => ({
  alias: row.key,
  source: row.source,
  description: row.description,
  enable_interpolation_in_file: row.interpolation,
  result: resultWords[row.state],
  reason: row.reason,
  id: row.aliasId,
  request_id: row.requestId,
})

/**
 * A table for spreadsheets, in which no cell is run as a formula. It can be read in again as input. Excel knows UTF-8 by a
 * mark before it alone, and divides cells only where the language of its system does: at a comma, or at a semicolon where
 * the comma is in numbers.
 */
export const writeCsv = (rows: readonly JobRow[], delimiter: ',' | ';' = ',') =>
  byteOrderMark +
  Papa.unparse(
    {
      fields: [...columns],
      data: rows.map((row) =>
        Object.values(fieldsOf(row)).map((value) => guardCell(String(value ?? ''))),
      ),
    },
    // What stands around a cell without quotes is none of it.
    { delimiter, quotes: (value: unknown) => typeof value === 'string' && value.trim() !== value },
  )

const byteOrderMark = '\uFEFF'

/** The same for programs. It can be read in again as input. */
export const writeJson = ({ projectId, startedAt }: Job, rows: readonly JobRow[]) =>
  JSON.stringify(
    { project: projectId, started_at: new Date(startedAt).toISOString(), rows: rows.map(fieldsOf) },
    null,
    2,
  )

/** The same for people: the counts, and a table, as a change ticket takes it. It can be read in again as input. */
export const writeMarkdown = ({ projectId, startedAt }: Job, rows: readonly JobRow[]) => {
  const counts = countStates(rows)
  const said = rowStates
    .filter((state) => counts[state] > 0)
    .map((state) => `${counts[state]} ${resultWords[state]}`)
  return [
    '# Secret aliases in Qovery',
    '',
    `Project ${projectId}, started ${new Date(startedAt).toISOString()}: ${said.join(', ')}.`,
    '',
    line(['Alias', 'Source', 'Description', 'Interpolation', 'Result', 'Reason', 'ID']),
    line(['---', '---', '---', '---', '---', '---', '---']),
    ...rows.map((row) =>
      line([
        writeCell(row.key),
        writeCell(row.sourceKey ?? row.source),
        writeCell(row.description ?? ''),
        String(row.interpolation ?? ''),
        resultWords[row.state],
        writeCell(row.reason),
        row.aliasId ?? '',
      ]),
    ),
    '',
  ].join('\n')
}

const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
