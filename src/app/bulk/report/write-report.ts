import { chainOf } from '../../../qovery/owner'
import { writeCell } from '../input/read-markdown'
import { writeTable } from '../../data/write-table'
import type { Asked } from '../../operations/words'
import type { Job, JobRow } from '../run/job'
import { failureOf } from '../run/row-steps'
import { countRows, outcomeOf } from './count-rows'
import { targetOf, wordsOfRow } from './row-words'

const columns = [
  'alias',
  'target',
  'description',
  'enable_interpolation_in_file',
  'result',
  'reason',
  'id',
  'request_id',
  'where',
  'environment',
  'service',
] as const

/** What a report is of. */
interface Reported {
  job: Job
  rows: readonly JobRow[]
  /** Who was asked, for the words. */
  asked: Asked
}

const fieldsOf = (
  { job, asked }: Reported,
  row: JobRow,
): Record<(typeof columns)[number], string | boolean | null> => ({
  alias: row.key,
  target: row.operation?.kind === 'repoint' ? targetOf(job, row) : row.source,
  description: lastKnown(row).description,
  enable_interpolation_in_file: row.interpolation,
  result: outcomeOf(row),
  reason: wordsOfRow(job, row, asked).text,
  id: lastKnown(row).id,
  request_id: failureOf(row.result)?.requestId ?? null,
  where: row.where ?? null,
  ...placeIn(row),
})

/** A change gives its secret another id or description than it was planned with. */
const lastKnown = ({ operation, result, aliasId, description }: JobRow) => {
  if (operation === undefined) return { id: aliasId, description }
  const known = result !== null && 'secret' in result ? result.secret : null
  const seen = operation.kind === 'create' ? null : operation.seen
  return known ?? seen ?? { id: aliasId, description }
}

/** The ids of an environment or service, which lead back to it whatever it is called by then. */
const placeIn = ({ owner }: JobRow) => {
  const [, environment, service] = owner === undefined ? [] : chainOf(owner)
  return { environment: environment?.id ?? null, service: service?.id ?? null }
}

/** A table for spreadsheets. It can be read in again as input. */
export const writeCsv = (report: Reported, delimiter: ',' | ';' = ',') =>
  writeTable(
    columns,
    report.rows.map((row) =>
      Object.values(fieldsOf(report, row)).map((value) => String(value ?? '')),
    ),
    delimiter,
  )

/** The same for programs. It can be read in again as input. */
export const writeJson = (report: Reported) => {
  const { projectId, startedAt } = report.job
  return JSON.stringify(
    {
      project: projectId,
      started_at: new Date(startedAt).toISOString(),
      rows: report.rows.map((row) => fieldsOf(report, row)),
    },
    null,
    2,
  )
}

/** The same for people: the counts, and a table, as a change ticket takes it. It can be read in again as input. */
export const writeMarkdown = ({ job, rows, asked }: Reported) => {
  const { projectId, startedAt, task } = job
  const said = countRows(rows, task).outcomes.map(({ name, count }) => `${count} ${name}`)
  const isPlaced = rows.some(({ owner }) => owner !== undefined)
  const headings = [
    'Alias',
    'Target',
    'Description',
    'Interpolation',
    'Result',
    'Reason',
    'ID',
    ...(isPlaced ? ['Where', 'Environment', 'Service'] : []),
  ]
  return [
    '# Secret aliases in Qovery',
    '',
    `Project ${projectId}, started ${new Date(startedAt).toISOString()}: ${said.join(', ')}.`,
    '',
    line(headings),
    line(headings.map(() => '---')),
    ...rows.map((row) =>
      line([
        writeCell(row.key),
        writeCell(targetOf(job, row)),
        writeCell(lastKnown(row).description ?? ''),
        String(row.interpolation ?? ''),
        outcomeOf(row),
        writeCell(wordsOfRow(job, row, asked).text),
        lastKnown(row).id ?? '',
        ...(isPlaced
          ? [writeCell(row.where ?? ''), ...Object.values(placeIn(row)).map((each) => each ?? '')]
          : []),
      ]),
    ),
    '',
  ].join('\n')
}

const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
