import { counted } from '../../ui/count'
import type { Breathe } from '../breathe'
import { findColumns, namesBoth, readRecord, type Places } from './columns'
import { unreadable, type InputRow, type Reading } from './input-row'
import { tableLines } from './markdown-tables'

const none = 'No table with the columns “Alias” and “Source” was found in this Markdown.'

/** Reads the tables of a Markdown text that name aliases and their sources, such as those of this console's reports. */
export const readMarkdown = async (text: string, breathe: Breathe): Promise<Reading> => {
  // White space around a line means nothing to a table, and hides one from the grammar.
  const lines = text.split(/\r\n|\r|\n/).map((line) => line.trim())
  const rows: InputRow[] = []
  let places: Places | undefined
  let [heads, others] = [0, lines.filter((line) => line !== '').length]
  for await (const { at, isHead, cells } of tableLines(lines, breathe)) {
    if (isHead) {
      const columns = findColumns(cells)
      places = namesBoth(columns) ? columns : undefined
      if (places !== undefined) heads += 1
    } else if (places !== undefined) rows.push(readRecord(at, cells, places))
  }
  if (heads === 0) rows.push(unreadable(1, none))
  // Two lines head a table: the names, and the rule under them.
  else others -= rows.length + 2 * heads
  const notes = others === 0 ? [] : [`${counted(others, 'line')} outside the table left out.`]
  return { format: 'markdown', rows, notes }
}
