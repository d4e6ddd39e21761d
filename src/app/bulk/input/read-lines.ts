import { counted } from '../../ui/count'
import type { YieldToMain } from '../yield-to-main'
import { assignmentsIn, readAssignment, unescaped, valueOf } from './read-assignment'
import { goesOn, isCommand } from './read-command'
import { gather, type Reading } from './reading'
import { saysValue } from './says-value'

/**
 * Reads `ALIAS=TARGET` lines as files, shells and people write them. Line by line, so that a fault stays in its own: only a
 * text in quotes, a key in PEM and a command of the CLI go on over several.
 */
export const readLines = async (text: string, yieldToMain: YieldToMain): Promise<Reading> => {
  const gathering = gather()
  const lines = text.split(lineBreak)
  const lastOf = findLast(lines)
  let [empty, comments, settings] = [0, 0, 0]
  let isUnit = false
  for (let index = 0; index < lines.length; index += 1) {
    const pause = yieldToMain()
    if (pause !== undefined) await pause
    const at = index + 1
    const line = withoutBullet(lines[index]?.trim() ?? '')
    isUnit = isHeading(line) ? unitHeading.test(line) : isUnit
    if (line === '') empty += 1
    else if (isUnit && isSetting(line)) {
      settings += 1
      if (saysValue(line)) gathering.holdValues()
    } else if (isComment(line)) {
      comments += 1
      const last = lastOf(line, index, true)
      if (lines.slice(index, last + 1).some(saysValue)) gathering.holdValues()
      index = last
    } else {
      const last = lastOf(line, index, false)
      const whole = [line, ...lines.slice(index + 1, last + 1)].join('\n')
      index = last
      if (isCommand(line) && /\s(?:--value|-v)[\s=]/.test(whole)) gathering.holdValues()
      const several = assignmentsIn(whole)
      if (several.length > 0 && saysValue(whole.replaceAll(assigned, ''))) gathering.holdValues()
      for (const each of several.length > 0 ? several : [whole]) {
        const { row, comment } = readAssignment(at, each)
        gathering.add(row)
        if (row.target === '' && saysValue(each)) gathering.holdValues()
        if (comment) comments += 1
      }
    }
  }
  const notes = [
    // Nearly every text ends with a line break: an empty last line is no loss worth telling.
    ...(empty > 1 ? [`${counted(empty, 'empty line')} left out.`] : []),
    ...(comments > 0 ? [`${counted(comments, 'comment')} left out.`] : []),
    ...(settings > 0 ? [`${counted(settings, 'other setting')} of systemd left out.`] : []),
  ]
  return gathering.end('lines', notes)
}

const assigned = /\b[A-Z_][A-Z0-9_]*=\S+/g

// As systemd names what a unit has settings of. Its own are no names of variables, which are in capitals.
const unitHeading =
  /^\[(?:Unit|Service|Install|Socket|Timer|Mount|Automount|Path|Swap|Slice|Scope|Container)\]$/
const isHeading = (line: string) => /^\[[\w .-]+\]$/.test(line)
const isSetting = (line: string) => /^(?!Environment=)[A-Z]+[a-z]\w*=/.test(line)

// The last two end a line for dotenv too, which would take one line for two otherwise.
const lineBreak = /\r\n|[\r\n\u2028\u2029]/

const bullet =
  /^(?:(?:[-*+>–—]|(?:\d{1,6}|[a-z])[.)]|\((?:\d{1,6}|[a-z])\)|o(?=\t))\s+|[•‣◦·∙▪▫●○■□◆►▸➢➤§☐☑✅✓✔]\uFE0F?\s*)(?:\[[ xX]?\]\s+)?(?=\S)/

// How often a mail was answered, when a chat's message was sent, and where a search found the line.
const before =
  /^(?:>\s*)+(?=\S)|^\[[^\][]{0,20}\d:\d\d[^\][]{0,20}\]\s*(?=\S)|^(?:(?=[\w-]*[./])[\w./-]{1,200}:)?(?:\d{1,6}[:\s]\s{0,9})?(?=(?:export\s+)?[A-Z_][A-Z0-9_]*=)/

// Brackets around a whole line.
const named = String.raw`["'\`]?[\w.-]{1,250}["'\`]?`
const bracketed = new RegExp(
  String.raw`^(?:\[|\{\{?)\s*(${named}\s*(?:[-=]+>|→|:|=)\s*${named})\s*(?:\]|\}\}?)$`,
)

/** A line without what makes it one of a list, and its texts without what makes them bold. */
export const withoutBullet = (line: string): string =>
  line
    .replace(bracketed, '$1')
    .replace(before, '')
    .replace(bullet, '')
    .replaceAll(/\*\*([^*]+)\*\*/g, '$1')

/**
 * Comments of shells, programs, INI, SQL, batch files and HTML; headings of INI; a fence, a rule, or a program's brackets
 * around the lines.
 */
export const isComment = (line: string) =>
  /^(?:#|\/\/|;|--(?=\s|$)|::|rem\s|\/\*|<!--|```|~~~|-{3,}$|\[{1,2}[^\]="{]*\]{1,2}$|\*{3,}\s*\d+\. row\s*\*{3,}$|\{\{[^{}=]*\}\}$|\{%[^%=]*%\}$|[^"'`=]{0,80}=?\s*[[({]$|[\])}]{1,9}[;,]*$)/i.test(
    line,
  )

const commentEnds: [start: string, end: string][] = [
  ['/*', '*/'],
  ['<!--', '-->'],
]

/** Finds the last of the lines that belong together. Each is looked at once or twice, however they begin. */
const findLast = (lines: readonly string[]) => {
  // What was not found from somewhere on is not there further down either.
  const missing = new Set<string>()
  const next = (sign: string, from: number) => {
    for (let index = from; index < lines.length && !missing.has(sign); index += 1)
      if (lines[index]?.includes(sign) === true) return index
    missing.add(sign)
    return undefined
  }
  return (line: string, index: number, comment: boolean): number => {
    const [start = '', end = ''] =
      commentEnds.find(([sign]) => comment && line.startsWith(sign)) ?? []
    if (end !== '')
      return line.includes(end, start.length) ? index : (next(end, index + 1) ?? index)
    if (comment) return index
    if (line.includes('-----BEGIN '))
      return line.includes('-----END ') ? index : (next('-----END ', index + 1) ?? index)
    if (isCommand(line) || line.startsWith('Environment=')) return lastContinued(lines, index)
    const quote = openQuote(valueOf(line))
    const closing = quote === undefined ? undefined : next(quote, index + 1)
    // A quote with more behind it begins another text: the one before has no end, which is a fault of its line alone.
    const isEnd =
      closing !== undefined && quote !== undefined && endsText(lines[closing] ?? '', quote)
    return isEnd ? closing : index
  }
}

const lastContinued = (lines: readonly string[], index: number) => {
  let last = index
  while (goesOn(lines[last] ?? '') && last < lines.length - 1) last += 1
  return last
}

/** The quote that a text begins with and does not end with. */
const openQuote = (value: string) => {
  const [quote = ''] = value
  if (!/["'`]/.test(quote)) return undefined
  return unescaped(value, quote, 1) === -1 ? quote : undefined
}

const endsText = (line: string, quote: string) => {
  const at = unescaped(line, quote, 0)
  return at !== -1 && /^\s*[;,]?\s*(?:#.*)?$/.test(line.slice(at + 1))
}
