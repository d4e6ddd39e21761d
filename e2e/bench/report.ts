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
  /** "≤ 33 ms": holds for the console's own figure. "≤ 1.25" or "≥ 500": for the ratio where there is one, else for that, too. */
  bar?: string
}

/** Puts a line into the table. */
export const report = (row: Row) =>
  test.info().annotations.push({ type: 'bench-row', description: JSON.stringify(row) })
