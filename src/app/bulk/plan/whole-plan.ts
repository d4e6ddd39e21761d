import type { Owner } from '../../../qovery/owner'
import { rowText } from '../input/input-row'
import { writtenPlace, type Place } from './place'
import { verdicts, type Verdict } from './judge-row'
import {
  agreeToAll,
  changeRow,
  emptyCounts,
  type Plan,
  type PlannedRow,
  type RowChange,
} from './plan'

/** What is planned in one place. */
export interface PlanPart extends Place {
  plan: Plan
  /** Where each of its rows stands among those that were given. */
  of: readonly number[]
}

/** Rows in one place or in many: each place is planned by its own list. Those whose place cannot be told are in a part of their own. */
export interface WholePlan {
  parts: readonly PlanPart[]
}

/** A row of one of the places. */
export interface PlacedRow extends PlannedRow {
  owner: Owner
  where: string | undefined
}

export const rowsOf = ({ parts }: WholePlan): PlacedRow[] =>
  parts.flatMap(({ owner, name, plan }) =>
    plan.rows.map((row): PlacedRow =>
      Object.assign({ owner, where: whereOf(row, name, parts.length > 1) }, row),
    ),
  )

const whereOf = (row: PlannedRow, name: string | undefined, isOneOfMany: boolean) => {
  if (row.misplaced !== undefined) return writtenPlace(row)
  return name ?? (isOneOfMany ? 'the project' : undefined)
}

/** The rows as they were given: of one that is planned in many places, the first of them; none where it is planned nowhere. */
export const rowsAsGiven = ({ parts }: WholePlan): (PlannedRow | undefined)[] => {
  const rows: (PlannedRow | undefined)[] = []
  for (const { plan, of } of parts)
    for (const [index, row] of plan.rows.entries()) rows[of[index] ?? 0] ??= row
  return Array.from(rows)
}

/** Whether a part is of the rows whose place cannot be told. */
export const isMisplaced = ({ plan }: PlanPart): boolean =>
  plan.rows.some(({ misplaced }) => misplaced !== undefined)

/** How many places something is planned in. */
export const placeCountOf = ({ parts }: WholePlan): number =>
  parts.filter((part) => !isMisplaced(part)).length

/** Which of the parts each row is in, in the order of {@link rowsOf}. */
export const partOfRows = ({ parts }: WholePlan): number[] =>
  parts.flatMap(({ plan }, at) => plan.rows.map(() => at))

export const countsOf = ({ parts }: WholePlan): Record<Verdict, number> => {
  const counts = emptyCounts()
  for (const { plan } of parts)
    for (const verdict of verdicts) counts[verdict] += plan.counts[verdict]
  return counts
}

/** Calls of a job of it: each creation, and each place's list before and after. */
export const callsOf = ({ parts }: WholePlan): number =>
  parts
    .map(({ plan }) => (plan.counts.create === 0 ? 0 : plan.counts.create + 2))
    .reduce((sum, calls) => sum + calls, 0)

/** Changes the row at an index of all rows. */
export const changeAt = (whole: WholePlan, index: number, change: RowChange): WholePlan => {
  let before = 0
  const parts = whole.parts.map((part) => {
    const own = index - before
    before += part.plan.rows.length
    const isIn = own >= 0 && own < part.plan.rows.length
    return isIn ? Object.assign({}, part, { plan: changeRow(part.plan, own, change) }) : part
  })
  return { parts }
}

export const agreeEverywhere = ({ parts }: WholePlan): WholePlan => ({
  parts: parts.map((part) => Object.assign({}, part, { plan: agreeToAll(part.plan) })),
})

/** What a row is called: “row 3 in staging”. */
export const nameOfRow = (row: PlacedRow): string =>
  row.where === undefined ? rowText(row) : `${rowText(row)} in ${row.where}`
