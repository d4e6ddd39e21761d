import type { InputRow } from '../input/input-row'
import type { PlannedRow } from './plan'

export interface Edited {
  /** The rows as they were given. */
  given: readonly InputRow[]
  /** The same rows as somebody left them, in the same order. */
  planned: readonly PlannedRow[]
}

/** An input row with what somebody decided about it in an earlier plan. */
export type CarriedRow = InputRow & { agreed?: boolean }

/** Gives rows that say the same as in an earlier plan the changes that were made there, wherever they stand now. */
export const carryEdits = (
  rows: readonly InputRow[],
  { given, planned }: Edited,
): readonly CarriedRow[] => {
  const edited = new Map<string, PlannedRow>()
  const nameGiven = namer()
  for (const [place, row] of given.entries()) {
    const after = planned[place]
    const name = nameGiven(row)
    if (after !== undefined && isEdited(row, after)) edited.set(name, after)
  }
  if (edited.size === 0) return rows
  const nameNow = namer()
  return rows.map((row) => {
    const after = edited.get(nameNow(row))
    if (after === undefined) return row
    const { key, source, agreed } = after
    const { problem: _, ...sound } = row
    return { ...(after.problem === undefined ? sound : row), key, source, agreed }
  })
}

const isEdited = (row: InputRow, { key, source, agreed, problem }: PlannedRow) =>
  key !== row.key || source !== row.source || agreed || problem !== row.problem

/** Names rows by what they say; of several that say the same, the first is still the first. */
const namer = () => {
  const seen = new Map<string, number>()
  return ({ key, source, description, interpolation, problem }: InputRow) => {
    const said = JSON.stringify([key, source, description, interpolation, problem])
    const nth = seen.get(said) ?? 0
    seen.set(said, nth + 1)
    return `${nth} ${said}`
  }
}
