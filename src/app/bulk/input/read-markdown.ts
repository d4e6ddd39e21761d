import { counted } from '../../ui/count'
import type { YieldToMain } from '../yield-to-main'
import { exceeds, findColumns, namesBoth, readRecord, type Columns } from './columns'
import { unreadable, type InputRow, type Reading } from './input-row'
import { tableLines } from './markdown-tables'

const none = 'No table with the columns “Alias” and “Source” was found in this Markdown.'
const tooMany = 'More cells than columns: write “\\|” for a “|” inside a text.'

/** Reads the tables of a Markdown text that name aliases and their sources, such as those of this console's reports. */
export const readMarkdown = async (text: string, yieldToMain: YieldToMain): Promise<Reading> => {
  // White space around a line means nothing to a table, and hides one from the grammar.
  const lines = text.split(/\r\n|\r|\n/).map((line) => line.trim())
  const rows: InputRow[] = []
  let columns: Columns | undefined
  let [heads, others] = [0, lines.filter((line) => line !== '').length]
  for await (const { at, isHead, cells } of tableLines(lines, yieldToMain)) {
    if (isHead) {
      const found = findColumns(cells)
      columns = namesBoth(found) ? found : undefined
      if (columns !== undefined) heads += 1
    } else if (columns !== undefined)
      rows.push(readRecord(at, cells, columns, exceeds(cells, columns) ? tooMany : undefined))
  }
  if (heads === 0) rows.push(unreadable(1, none))
  // Two lines head a table: the names, and the rule under them.
  else others -= rows.length + 2 * heads
  const notes = others === 0 ? [] : [`${counted(others, 'line')} outside the table left out.`]
  return { format: 'markdown', rows, notes }
}
