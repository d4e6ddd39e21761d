import { parse } from 'dotenv'
import { counted } from '../../ui/count'
import type { YieldToMain } from '../yield-to-main'
import { inputRow, unreadable, type InputRow, type Reading } from './input-row'

/**
 * Reads `ALIAS=SOURCE` lines, and `.env` files whose values are keys of secrets. Line by line: dotenv says neither where
 * it read something nor what it skipped, and no key of a secret goes over two lines.
 */
export const readLines = async (text: string, yieldToMain: YieldToMain): Promise<Reading> => {
  const rows: InputRow[] = []
  let [empty, comments] = [0, 0]
  for (const [index, line] of text.split(lineBreak).entries()) {
    const rest = yieldToMain()
    if (rest !== undefined) await rest
    const written = line.trim()
    if (written === '') empty += 1
    else if (written.startsWith('#')) comments += 1
    else {
      const row = readLine(index + 1, written)
      rows.push(row)
      if (row.problem === undefined && signs(written) > signs(row.target)) comments += 1
    }
  }
  const notes = [
    // Nearly every text ends with a line break: an empty last line is no loss worth telling.
    ...(empty > 1 ? [`${counted(empty, 'empty line')} left out.`] : []),
    ...(comments > 0 ? [`${counted(comments, 'comment')} left out.`] : []),
  ]
  return { format: 'lines', rows, notes }
}

// The last two end a line for dotenv too, which would take one line for two otherwise.
const lineBreak = /\r\n|[\r\n\u2028\u2029]/

const signs = (text: string) => text.split('#').length

const readLine = (at: number, line: string): InputRow => {
  const [[key, source] = []] = Object.entries(parse(line))
  if (key === undefined || source === undefined) {
    const [before = '', after] = line.split(/=(.*)/)
    const problem =
      after === undefined
        ? 'There is no “=” in this line: write ALIAS=SOURCE.'
        : 'What stands before “=” is no name: letters, digits and “_” make one.'
    return unreadable(at, problem, before.trim(), after?.trim())
  }
  if (source === '')
    return unreadable(at, 'Nothing stands after “=”: name the secret there.', key, source)
  return inputRow(at, key, source)
}
