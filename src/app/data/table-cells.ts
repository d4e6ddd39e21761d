// Spreadsheets run what starts with the first of these as a formula (source: OWASP, "CSV injection"); what starts with the
// others is a comment where such a table is read in again.
const special = /^'*(?:[=+\-@\t\r\n#]|\/\/)/

/** A cell that no spreadsheet takes for a formula: an apostrophe before it makes it text. */
export const guardCell = (text: string) => (special.test(text) ? `'${text}` : text)

/** The text behind a guarded cell, or behind a formula that says nothing else, as Excel is made to keep a text. */
export const unguardCell = (cell: string) =>
  cell.startsWith("'") && special.test(cell) ? cell.slice(1) : cell.replace(/^="([^"]*)"$/, '$1')
