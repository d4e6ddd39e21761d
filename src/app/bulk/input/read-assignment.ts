import { parse } from 'dotenv'
import { saysMore, saysValue } from './says-value'
import { isNameShaped } from './secret-values'
import { tidyKey, tidyName } from './tidy-name'
import { inputRow, unreadable, type InputRow } from './input-row'
import { commandsIn, isCommand, readCommand } from './read-command'
import { isFieldName } from './vocabulary'

/** What is said of an alias by `ALIAS=TARGET`, and whether a comment stands behind it. */
interface Assignment {
  row: InputRow
  comment: boolean
}

/** Reads `ALIAS=TARGET`, with what shells, programs and files put around it. */
export const readAssignment = (at: number, text: string): Assignment => {
  const command = isCommand(text) ? readCommand(at, text) : undefined
  if (command !== undefined && command.written === undefined)
    return { row: command.row, comment: false }
  const [key, written] =
    command === undefined ? (named(text) ?? split(text)) : [command.row.key, command.written]
  if (written === undefined) {
    const problem = 'There is no “=” in this line: write ALIAS=TARGET.'
    return {
      row: unreadable(at, problem, isWord(key) && !saysValue(text) && !saysMore(key) ? key : ''),
      comment: false,
    }
  }
  const { value, comment } = readValue(written)
  if (value === '')
    return {
      row: unreadable(at, 'Nothing stands after “=”: name the secret there.', key),
      comment,
    }
  const problem = isFieldName(key)
    ? `“${key}” says what stands behind it, and names no alias: write ALIAS=TARGET.`
    : 'What stands before “=” is not a valid name: use letters, digits and “_”.'
  const row =
    /\s/.test(key) || isFieldName(key)
      ? unreadable(at, problem, key, value)
      : { ...(command?.row ?? inputRow(at, key, '')), target: value }
  return { row, comment }
}

const isWord = (text: string) => /^[\w .-]{1,60}$/.test(text)

/** What stands behind the sign in a line, as it is written there. */
export const valueOf = (line: string): string => split(line)[1] ?? ''

// Base64 ends in “==”, and nothing is named by nothing.
const sign = /<?[-–—=]+>|<[-–—=]+|[←→⇐⇒⇨⟵⟶⟸⟹➔➜➝➡]|:=|\?=|\+=|==(?!$)|=(?!=$)|:\s|[＝：]/

const split = (text: string): [key: string, written?: string] => {
  const line = withoutCommand(text)
    .replace(/(?<=[\s=])\\$/, '')
    .trimEnd()
  const quoted = /^(["'])(.*?)\1\s*(?==|:|\?=|\+=)/.exec(line)
  const from = quoted?.[0].length ?? 0
  const found = sign.exec(line.slice(from, from + longestKey))
  if (found === null) return [line]
  const key = quoted?.[2] ?? line.slice(0, found.index).trimEnd()
  return [tidyKey(key), line.slice(from + found.index + found[0].length).trim()]
}

// Far more than any name has: what is longer has no sign worth finding.
const longestKey = 2000
/** The signs that stand between two names and nowhere else. */
const sureSign = /=|[-–—]>|<[-–—]|[←→⇐⇒⇨⟵⟶⟸⟹➔➜➝➡]/

/** Whether a text names an alias and its source, as a line does. */
export const isAssignment = (text: string): boolean => sureSign.test(text.slice(0, longestKey))

// By which a program is told variables, each of them behind its own.
const option = String.raw`(?:-e|--(?:env|build-arg|from-literal|set|set-string|(?:set|update)-(?:env-vars|secrets)))(?:\s+|=)(?=["']?[\w.-]+=)`
const firstOption = new RegExp(`^${option}`)
const betweenOptions = new RegExp(String.raw`(?<=\S)[^\S\n]+(?=${option})`)

/** A line without the command that makes it one of a shell, of Docker, or of PowerShell. */
const withoutCommand = (line: string) =>
  line
    .replace(/^\$\s+/, '')
    .replace(/^set\s+"([^"]*)"$/i, '$1')
    .replace(/^\$env:/i, '')
    .replace(
      /^(?:(?:export|declare|typeset|local|readonly|setenv|setx?|env|arg|const|let|var)\s+(?:-\w+\s+)*)+(?=["']?[\w.-]+["']?\s*[:?+]?=)/i,
      '',
    )
    .replace(firstOption, '')
    // What Helm sets is deep in its values.
    .replace(/^(?:[a-z][\w-]*\.)+(?=[A-Z_][A-Z0-9_]*=)/, '')

/** The assignments of a line that has several; none for any other line. */
export const assignmentsIn = (line: string): string[] => {
  const commands = commandsIn(line)
  if (commands.length > 0) return commands
  const told = inCommand(line)
  if (told.length > 0) return told
  const options = firstOption.test(line) ? line.split(betweenOptions) : []
  return options.length > 1 ? options.flatMap(eachIn) : namesIn(line)
}

const eachIn = (text: string) => {
  const several = namesIn(text)
  return several.length > 0 ? several : [text]
}

// Those that are told variables somewhere among their options.
const program =
  /^(?:\$\s+)?(?:sudo\s+)?(?:az|docker|doppler|fly(?:ctl)?|gcloud|helm|heroku|kubectl|oc|podman|railway|vault)\s/

const isTold = (text: string) => /^[A-Z_][A-Z0-9_]*=/.test(text)
const isOption = (text = '') => /^(?:-e|--(?:set-)?env(?:-vars)?|--from-literal)$/.test(text)

/** What a command tells another program, where all of it names secrets. */
const inCommand = (line: string): string[] => {
  if (!program.test(line)) return []
  const texts = (line.replace(/\s#.*$/, '').match(/(?:"[^"]*"|'[^']*'|[^\s"'])+/g) ?? []).map(
    (text) => text.replace(/^(?:--?[\w-]+=(?=["']?[\w.]+=)|-e(?=["']?\w+=))/, ''),
  )
  const written = texts.map((text) => withoutCommand(text.replace(/^(["'])(.*)\1$/, '$2')))
  // What it is told in so many words counts, whatever it looks like: a part of a line is not dropped in silence.
  if (written.some((text, index) => isOption(texts[index - 1]) && /=/.test(text) && !isTold(text)))
    return []
  const told = written.filter(isTold).flatMap(eachIn)
  return told.every(namesSecret) ? told : []
}

/** The assignments of a line that has nothing but names and references in them. */
const namesIn = (line: string): string[] => {
  // White space is looked behind for what divides two of them.
  if (line.length > longestKey && /\s{9}/.test(line)) return []
  const unit = inUnit(line)
  if (unit.length > 0) return unit
  const all = withoutCommand(line)
    .replace(/^(["'])([^"']*)\1$/, '$2')
    .split(
      /(?:\s*(?:[;,]|&&?)\s*|\s+)(?:(?:export|set)\s+)?(?=[A-Za-z_]\w*(?:=|\s{0,9}(?:[-=]+>|→)))/i,
    )
  return all.length > 1 && all.every(namesSecret) ? all : []
}

/** The variables that a unit of systemd sets in one line. */
const inUnit = (line: string) => {
  const [, written] = /^Environment=([^]*)$/.exec(line) ?? []
  const texts = (written?.replaceAll(/\\\n/g, ' ').match(/"[^"]*"|'[^']*'|\S+/g) ?? []).map(
    (text) => text.replace(/^(["'])(.*)\1$/, '$2'),
  )
  return texts.every((text) => /^[A-Za-z_]\w*=/.test(text)) ? texts : []
}

const namesSecret = (text: string) => {
  const [, name] = /^[A-Za-z_]\w*(?:\s*(?:[-=]+>|→)\s*|=)([^=]+)$/.exec(text) ?? []
  return name !== undefined && isNameShaped(tidyName(name))
}

const capitals = '["\'`]?([A-Z_][A-Z0-9_]*)["\'`]?'
// What stands between two names in capitals, and would be a part of a text between others.
const between = String.raw`\s+[-–—]\s+|:|\s+(?:is\s+)?(?:an\s+|the\s+)?alias\s+(?:of|for)\s+|\s+(?:should\s+)?(?:points?|maps?|refers?)\s+(?:to|at)\s+`
const worded = new RegExp(`^${capitals}(?:${between})(${capitals}(?:[.,;]|\\s+\\(.*)?)$`)

/** A command that says it without a sign: `setx`, `setenv`, Docker's `ENV`, or fish's `set -x`; or a sentence. */
const named = (text: string): [key: string, written: string] | undefined => {
  const [, alias, target] = worded.exec(text.slice(0, longestKey)) ?? []
  if (alias !== undefined && target !== undefined) return [alias, target.replace(/\.$/, '')]
  const [, name, value] =
    /^(?:setx|setenv|env|set\s+-\w+)\s+([\w.-]+)\s+("[^"]*"|'[^']*'|\S+)(?:\s+\/m)?$/i.exec(text) ??
    []
  return name === undefined || value === undefined || value.startsWith('=')
    ? undefined
    : [name, value]
}

/** A value without its quotes and without the comment behind it, as dotenv reads it. */
const readValue = (written: string): { value: string; comment: boolean } => {
  const [quoted, behind = ''] = splitQuoted(written)
  const value = (parse(`X=${quoted ?? written}`)['X'] ?? '').trim()
  if (quoted !== undefined) return { value, comment: behind !== '' }
  // Where one word stands alone before it, what other languages begin a comment with does so here.
  const [, word] = /^(\S+)\s+(?:\/\/|;|--|\/\*|<!--|\(|[-–—]\s)/.exec(value) ?? []
  return { value: word ?? value, comment: word !== undefined || written.includes('#') }
}

/** A text in quotes, and the comment behind it: where anything else stands there, it is no such text. */
const splitQuoted = (written: string): [quoted?: string, comment?: string | undefined] => {
  const [quote = ''] = written
  const end = /["'`]/.test(quote) ? unescaped(written, quote, 1) : -1
  if (end === -1) return []
  const [, comment] =
    /^\s*[;,]?\s*((?:#|\/\/|;|--|\/\*|<!--|\(|[-–—]\s)[^]*)?$/.exec(written.slice(end + 1)) ?? []
  const isAlone = comment !== undefined || /^[\s;,]*$/.test(written.slice(end + 1))
  return isAlone ? [written.slice(0, end + 1), comment] : []
}

/** Where a quote stands that no backslash takes its meaning from; -1 where none does. */
export const unescaped = (text: string, quote: string, from: number): number => {
  let at = text.indexOf(quote, from)
  while (at > 0 && text[at - 1] === '\\') at = text.indexOf(quote, at + 1)
  return at
}
