import type { YieldToMain } from '../yield-to-main'
import { unreadable, type Format, type Reading } from './input-row'
import { readJson } from './read-json'
import { readLines } from './read-lines'
import { readMarkdown } from './read-markdown'
import { hasSeparatorLine, readTable } from './read-table'
import { readTerraform } from './read-terraform'

/** What the page takes at once. More aliases than this would run for days against Qovery's rate limit. */
export const mostRows = 100_000
export const mostCharacters = 10_000_000

/** Tells which form a text has by how it begins; anything else is taken for lines. */
export const detectFormat = (text: string): Format => {
  const start = text.trimStart()
  if (/^[[{]/.test(start)) return 'json'
  if (/^[ \t]*(?:resource\s+"|secret_aliases\s*=)/m.test(start)) return 'terraform'
  if (/^[ \t]*\|[^\r\n]*\balias\b/im.test(start.slice(0, 64_000))) return 'markdown'
  const [first = ''] = start.split(/[\r\n]/, 1)
  const isTable = /[,;\t|]/.test(first) && !/^[^,;\t|]*=/.test(first)
  return isTable || hasSeparatorLine(start) ? 'table' : 'lines'
}

const readers = {
  lines: readLines,
  table: readTable,
  json: readJson,
  terraform: readTerraform,
  markdown: readMarkdown,
}

/**
 * Reads a text into rows. Whatever it is, each part of it ends as a row, as a row that says why it could not be read,
 * or in a note.
 */
export const readInput = async (
  input: string,
  yieldToMain: YieldToMain,
  format?: Format,
): Promise<Reading> => {
  const text = input.replace(/^\uFEFF/, '')
  const chosen = format ?? detectFormat(text)
  const refused = (problem: string): Reading => ({
    format: chosen,
    rows: [unreadable(1, problem)],
    notes: [],
  })
  if (text.trim() === '') return { format: chosen, rows: [], notes: [] }
  if (text.length > mostCharacters)
    return refused('This is more than 10 MB: split it. Nothing was read.')
  const reading = await readers[chosen](text, yieldToMain)
  return reading.rows.length > mostRows
    ? refused('These are more than 100,000 rows: split them. Nothing was read.')
    : reading
}
