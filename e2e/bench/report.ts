import { test } from 'playwright/test'

/** A line of the table that `npm run bench` ends with. */
export interface Row {
  /** Rows of one group stand together under its name. */
  group: string
  what: string
  /** The console's own figure, with its unit; or "not taken: …" with the reason. */
  console: string
  /** What it is held against, with that one's figure. */
  against?: string
  /** The console's figure divided by the other's. */
  ratio?: number
  /** "≤ 1.25" or "≥ 500": holds for the ratio where there is one, otherwise for the number that `console` begins with. */
  bar?: string
}

/** Puts a line into the table. */
export const report = (row: Row) =>
  test.info().annotations.push({ type: 'bench-row', description: JSON.stringify(row) })
