import { lazyCode } from '../../data/lazy-code'
import type { YieldToMain } from '../yield-to-main'
import { insideFence, withoutMailQuotes, withoutTightFences } from './around-text'
import { detectFormat } from './detect-format'
import { unreadable, type Format, type InputRow } from './input-row'
import { readJson } from './read-json'
import { readLines } from './read-lines'
import { readMarkdown } from './read-markdown'
import { readTable } from './read-table'
import { readTerraform } from './read-terraform'
import type { Reading } from './reading'
import { commentSaysValue } from './says-value'
import { holdsSecret } from './secret-values'
import { holdsValueWord, valueWordsOf } from './value-words'
import { afterChange, diffNote } from './after-diff'

/** What the page takes at once. More aliases than this would run for days against Qovery's rate limit. */
export const mostRows = 100_000
export const mostCharacters = 10_000_000

// Fetched when it is asked for: it is as large as all the others.
const yaml = lazyCode(() => import('./read-yaml'))

type Reader = (text: string, yieldToMain: YieldToMain) => Promise<Reading>

const readers: Record<Format, Reader> = {
  lines: readLines,
  table: readTable,
  json: readJson,
  yaml: async (text, yieldToMain) => (await yaml.soon()).readYaml(text, yieldToMain),
  terraform: readTerraform,
  markdown: readMarkdown,
}

/**
 * Reads a text into rows. Whatever it is, each part of it ends as a row, as a row that says why it could not be read,
 * or in a note.
 * @throws where the code that reads YAML cannot be fetched
 */
export const readInput = async (
  input: string,
  yieldToMain: YieldToMain,
  format?: Format,
): Promise<Reading> => {
  const whole = input.replace(/^\uFEFF/, '')
  const quoted = withoutTightFences(withoutMailQuotes(whole))
  const changed = afterChange(quoted)
  const isChange = changed !== undefined
  const sent = changed ?? quoted
  const fenced = insideFence(sent)
  const text = fenced?.text ?? sent
  const chosen = format ?? detectFormat(text)
  const refused = (problem: string): Reading => ({
    format: chosen,
    rows: [unreadable(1, problem)],
    notes: [],
    holdsValues: true,
  })
  if (text.trim() === '') return { format: chosen, rows: [], notes: [], holdsValues: false }
  if (text.length > mostCharacters)
    return refused('This is more than 10 MB: split it. Nothing was read.')
  try {
    const reading = await readers[chosen](text, yieldToMain)
    if (reading.rows.length > mostRows)
      return refused('These are more than 100,000 rows: split them. Nothing was read.')
    // Also in a comment, or in a line that no row was made of.
    const holdsValues =
      reading.holdsValues ||
      isChange ||
      fenced?.holdsValues === true ||
      (await holdsValuesAnywhere(sent, reading.rows, yieldToMain))
    const notes = [isChange ? diffNote : '', fenced?.note ?? ''].filter((note) => note !== '')
    return { ...reading, notes: [...notes, ...reading.notes], holdsValues }
  } catch (error) {
    // What is nested too deeply for the stack.
    if (!(error instanceof RangeError)) throw error
    return refused('This is nested too deeply. Nothing was read.')
  }
}

const piece = 64_000
// Longer than what tells a secret.
const overlap = 2500

/** Whether there may be a value in what no row says: what rows say is judged where the list of secrets is known. */
const holdsValuesAnywhere = async (
  text: string,
  rows: readonly InputRow[],
  yieldToMain: YieldToMain,
) => {
  const known = valueWordsOf(rows.flatMap(wordsOf))
  let at = 0
  while (at < text.length) {
    const pause = yieldToMain()
    if (pause !== undefined) await pause
    const end = lineEnd(text, at)
    const part = text.slice(at, end + overlap)
    if (holdsSecret(part) || part.split(/[\r\n]/).some(commentSaysValue)) return true
    if (holdsValueWord(text.slice(at, end), known)) return true
    at = end
  }
  return false
}

/** Where a piece ends that begins somewhere: behind a line, where one ends in it. */
const lineEnd = (text: string, at: number) => {
  const end = text.lastIndexOf('\n', at + piece) + 1
  return at + piece >= text.length || end <= at ? at + piece : end
}

const wordsOf = ({ key, target, environment, service, problem }: InputRow) => [
  problem === undefined ? key : undefined,
  target,
  environment,
  service,
]
