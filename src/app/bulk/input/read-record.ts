import { inputRow, type InputRow } from './input-row'
import { readSwitch, switchProblem } from './read-switch'
import type { Skipped } from './reading'
import { tidyKey } from './tidy-name'
import type { Columns } from './vocabulary'

interface Record {
  at: number
  cells: readonly string[]
  columns: Columns
  /** Why its cells may not be what was meant. */
  broken?: string | undefined
}

export const noAlias = 'no alias'

/** Reads one row of a table, or one entry of a list, whose texts are named by columns. */
export const readRecord = ({ at, cells, columns, broken }: Record): InputRow | Skipped => {
  const cell = (column: number | undefined) => (column === undefined ? '' : (cells[column] ?? ''))
  const { link, targets } = columns
  if (broken === undefined) {
    const absent = link !== undefined && link === targets[0] && isAbsent(cell(link))
    if (absent || (targets.length === 0 && columns.isListing)) return { at, skipped: noAlias }
    if (/\boverride\b/i.test(cell(columns.type))) return { at, skipped: 'an override' }
    if (isOfVariable(cell(columns.type), cell(columns.isSecret)))
      return { at, skipped: 'an alias of what is no secret' }
  }
  const target = cell(targetColumn(cells, columns))
  const description = cell(columns.description)
  const interpolation = readSwitch(cell(columns.interpolation))
  const problem =
    broken ??
    (target === '' ? 'No target is named here.' : undefined) ??
    (interpolation === undefined ? switchProblem : undefined)
  return inputRow(at, bareKey(cell(columns.key).trim(), target), target.trim(), {
    description: description === '' ? null : description,
    interpolation: interpolation ?? null,
    ...placeIn(cell(columns.environment).trim(), cell(columns.service).trim()),
    ...(problem === undefined ? {} : { problem }),
  })
}

// Also as a wiki sets a name in its own type.
const quoted = /^(?:["'`‘“„«»][\w.-]+["'`’“”«»]|\{\{[\w.-]+\}\})$/

/** The name of an alias without the quotes around it, where whoever wrote it puts all names in some. */
export const bareKey = (key: string, target: string): string =>
  quoted.test(key) && quoted.test(target.trim()) ? tidyKey(key) : key

const placeIn = (environment: string, service: string): Partial<InputRow> => ({
  ...(environment === '' ? {} : { environment }),
  ...(service === '' ? {} : { service }),
})

/** The column in which a row names its target: the surest that is not empty, and hides no value. */
export const targetColumn = (
  cells: readonly string[],
  { targets }: Columns,
): number | undefined => {
  const filled = targets.filter((column) => (cells[column] ?? '').trim() !== '')
  return filled.find((column) => !isMasked(cells[column] ?? '')) ?? filled[0]
}

/** Whether a text hides what it stands for. */
const isMasked = (text: string) => /^[*•]+$/.test(text.trim())

const isAbsent = (text: string) => /^(?:|null|n\/a|-+)$/i.test(text.trim())

// As the CLI says it in “Type”, and the API in `is_secret`.
const isOfVariable = (type: string, isSecret: string) =>
  /^variable\b/i.test(type.trim()) || readSwitch(isSecret) === false
