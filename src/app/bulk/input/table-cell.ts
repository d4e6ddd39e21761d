// Spreadsheets run what starts with these as a formula. Source: OWASP, "CSV injection".
const runs = /^'*[=+\-@\t\r\n]/

/** A cell that no spreadsheet takes for a formula: an apostrophe before it makes it text. */
export const guardCell = (text: string) => (runs.test(text) ? `'${text}` : text)

/** The text behind a guarded cell. */
export const unguardCell = (cell: string) =>
  cell.startsWith("'") && runs.test(cell) ? cell.slice(1) : cell
