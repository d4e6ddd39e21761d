import type { Owner } from '../../../qovery/owner'
import { placeOf } from '../input/input-row'
import { verdicts, type Verdict } from './judge-row'
import {
  agreeToAll,
  changeRow,
  emptyCounts,
  type Plan,
  type PlannedRow,
  type RowChange,
} from './plan'

/** What owns secrets, and how a person calls it; no name for the page's own project. */
export interface Place {
  owner: Owner
  name: string | undefined
}

/** The same rows in one place or in many: each place is planned by its own list. */
export interface WholePlan {
  parts: readonly (Place & { plan: Plan })[]
}

/** A row of one of the places. */
export interface PlacedRow extends PlannedRow {
  owner: Owner
  where: string | undefined
}

export const rowsOf = ({ parts }: WholePlan): PlacedRow[] =>
  parts.flatMap(({ owner, name, plan }) =>
    plan.rows.map((row): PlacedRow =>
      Object.assign({ owner, where: name ?? (parts.length > 1 ? 'the project' : undefined) }, row),
    ),
  )

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
  row.where === undefined ? placeOf(row) : `${placeOf(row)} in ${row.where}`
