import { test } from 'playwright/test'

/** Milliseconds that one row may take: it ends what hangs. */
const rowTimeout = 30_000

/**
 * Tries each row of a table as a step of its own. A row that fails takes no other along: all are tried, and the test
 * fails with what each of them said.
 */
export const eachRow = async <Row>(
  rows: readonly Row[],
  nameOf: (row: Row) => string,
  tryRow: (row: Row) => Promise<unknown>,
): Promise<void> => {
  test.setTimeout(rowTimeout * (rows.length + 2))
  const failures: string[] = []
  for (const row of rows) {
    const name = nameOf(row)
    try {
      await test.step(name, () => tryRow(row))
    } catch (error) {
      failures.push(`${name}: ${error instanceof Error ? error.message : String(error)}`)
    }
  }
  if (failures.length > 0) throw new Error(failures.join('\n\n'))
}
