import * as z from 'zod/mini'
import type { InputRow } from '../input/input-row'
import type { PlannedRow } from './plan'

const edit = z.object({
  /** What the row said as it was given, and which of the rows that say so it was. */
  of: z.string(),
  key: z.string(),
  target: z.string(),
  description: z.nullable(z.string()),
  interpolation: z.nullable(z.boolean()),
  agreed: z.boolean(),
  /** Whether the row makes sense now, however it was given. */
  sound: z.boolean(),
})

/** What somebody decided about a row of a plan. */
export type Edit = z.infer<typeof edit>

export const edits = z.array(edit)

/** What was changed in a plan. `planned` are the rows as somebody left them, in the order in which they were given. */
export const editsOf = (
  given: readonly InputRow[],
  planned: readonly (PlannedRow | undefined)[],
): Edit[] => {
  const name = namer()
  return given.flatMap((row, index) => {
    const of = name(row)
    const after = planned[index]
    if (after === undefined || !isEdited(row, after)) return []
    const { key, target, description, interpolation, agreed, problem } = after
    const sound = problem === undefined
    return [{ of, key, target, description, interpolation, agreed, sound }]
  })
}

/** Gives rows that say the same as before what was decided about them, wherever they stand now. */
export const carryEdits = (
  rows: readonly InputRow[],
  decided: readonly Edit[],
): readonly (InputRow & { agreed?: boolean })[] => {
  if (decided.length === 0) return rows
  const byName = new Map(decided.map((each) => [each.of, each]))
  const name = namer()
  return rows.map((row) => {
    const found = byName.get(name(row))
    if (found === undefined) return row
    const { of: _of, sound: isSound, ...decision } = found
    const { problem: _problem, ...sound } = row
    return { ...(isSound ? sound : row), ...decision }
  })
}

const isEdited = (row: InputRow, after: PlannedRow) =>
  after.agreed || changeable.some((part) => after[part] !== row[part])

const changeable = ['key', 'target', 'description', 'interpolation', 'problem'] as const

/** Names rows by what they say; of several that say the same, the first is still the first. */
const namer = () => {
  const seen = new Map<string, number>()
  return (row: InputRow) => {
    const { key, target, description, interpolation, problem, environment, service } = row
    const isPlaced = environment !== undefined || service !== undefined
    const place = isPlaced ? [environment, service] : []
    const said = JSON.stringify([key, target, description, interpolation, problem, ...place])
    const nth = seen.get(said) ?? 0
    seen.set(said, nth + 1)
    return `${nth} ${said}`
  }
}
