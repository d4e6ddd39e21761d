import Papa from 'papaparse'
import { guardCell } from './table-cells'

const byteOrderMark = '\uFEFF'

/**
 * A table for spreadsheets, in which no cell is run as a formula. Excel knows UTF-8 by a mark before it alone, and divides
 * cells only where the language of its system does: at a comma, or at a semicolon where the comma is in numbers.
 */
export const writeTable = (
  fields: readonly string[],
  rows: readonly (readonly string[])[],
  delimiter: ',' | ';',
): string =>
  byteOrderMark +
  Papa.unparse(
    { fields: [...fields], data: rows.map((cells) => cells.map(guardCell)) },
    // What stands around a cell without quotes is none of it.
    { delimiter, quotes: (value: unknown) => typeof value === 'string' && value.trim() !== value },
  )

/** As Windows has it: what divides a list where a comma divides a number is a semicolon. */
export const listSeparator = () => ((1.5).toLocaleString().includes(',') ? ';' : ',')
