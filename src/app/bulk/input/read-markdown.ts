import type { Breathe } from '../breathe'
import { findColumns, namesBoth, readRecord, type Places } from './columns'
import { counted, unreadable, type InputRow, type Reading } from './input-row'
import { readCells } from './markdown-cell'

const none = 'No table with the columns “Alias” and “Source” was found in this Markdown.'

/** Reads the tables of a Markdown text that name aliases and their sources, such as those of this console's reports. */
export const readMarkdown = async (text: string, breathe: Breathe): Promise<Reading> => {
  const rows: InputRow[] = []
  let places: Places | undefined
  let inTable = false
  let [others, found] = [0, false]
  for (const [index, line] of text.split(/\r\n|\r|\n/).entries()) {
    const rest = breathe()
    if (rest !== undefined) await rest
    const cells = readCells(line)
    if (cells === undefined) {
      inTable = false
      if (line.trim() !== '') others += 1
    } else if (!inTable) {
      inTable = true
      places = findColumns(cells)
      if (namesBoth(places)) found = true
      else others += 1
    } else if (places === undefined || !namesBoth(places)) others += 1
    else if (!isRule(cells)) rows.push(readRecord(index + 1, cells, places))
  }
  if (!found) rows.push(unreadable(1, none))
  const notes = others === 0 ? [] : [`${counted(others, 'line')} outside the table left out.`]
  return { format: 'markdown', rows, notes }
}

/** The line between the names of the columns and the rows. */
const isRule = (cells: readonly string[]) => cells.every((cell) => /^:?-+:?$/.test(cell))
