import type { Breathe } from '../breathe'
import { counted, inputRow, unreadable, type InputRow, type Reading } from './input-row'

/** Reads `ALIAS=SOURCE` lines, and `.env` files whose values are keys of secrets. */
export const readLines = async (text: string, breathe: Breathe): Promise<Reading> => {
  const rows: InputRow[] = []
  let [empty, comments] = [0, 0]
  for (const [index, line] of text.split(/\r\n|\r|\n/).entries()) {
    const rest = breathe()
    if (rest !== undefined) await rest
    const written = line.trim()
    if (written === '') empty += 1
    else if (written.startsWith('#')) comments += 1
    else {
      const { row, hadComment } = readLine(index + 1, written)
      rows.push(row)
      if (hadComment) comments += 1
    }
  }
  const notes = [
    // Nearly every text ends with a line break: an empty last line is no loss worth telling.
    ...(empty > 1 ? [`${counted(empty, 'empty line')} left out.`] : []),
    ...(comments > 0 ? [`${counted(comments, 'comment')} left out.`] : []),
  ]
  return { format: 'lines', rows, notes }
}

const readLine = (at: number, line: string): { row: InputRow; hadComment: boolean } => {
  const assignment = line.replace(/^export\s+/, '')
  const sign = assignment.indexOf('=')
  if (sign === -1) {
    const problem = 'There is no “=” in this line: write ALIAS=SOURCE.'
    return { row: unreadable(at, problem, assignment), hadComment: false }
  }
  const key = assignment.slice(0, sign).trim()
  const value = assignment.slice(sign + 1).trim()
  const quoted = /^(["'])(.*?)\1(\s+#.*)?$/.exec(value)
  if (quoted !== null) {
    const [, , inner = '', comment] = quoted
    return { row: checked(at, key, inner), hadComment: comment !== undefined }
  }
  const bare = value.replace(/(?:^|\s+)#.*$/, '')
  return { row: checked(at, key, bare), hadComment: bare !== value }
}

const checked = (at: number, key: string, source: string) => {
  if (source === '')
    return unreadable(at, 'Nothing stands after “=”: name the secret there.', key, source)
  return inputRow(at, key, source)
}
