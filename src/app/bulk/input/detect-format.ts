import type { Format } from './input-row'
import { withoutBullet } from './read-lines'
import { delimiters, hasSeparatorLine, headByBlanks } from './table-text'
import { findColumns, namesBoth } from './vocabulary'

/** Tells which form a text has by how it begins, comments aside; anything else is taken for lines. */
export const detectFormat = (text: string): Format => {
  const start = withoutComments(text)
  const [first = ''] = start.split(/[\r\n]/, 1)
  if (/^[[{]/.test(start)) return bracketed(withoutInnerComments(start), first)
  if (isTerraform(start)) return 'terraform'
  if (isMarkdown(start)) return 'markdown'
  if (hasSeparatorLine(start) || namesColumns(start) || namesColumns(numbered(text))) return 'table'
  if (introducesLines(start) || isCode(first)) return 'lines'
  if (isYaml(first)) return 'yaml'
  return divides(start) ? 'table' : 'lines'
}

/** Whether a text begins with two rows of as many cells, and with no line of another form. */
const divides = (start: string) => {
  const [first = '', second] = start.split(/[\r\n]+/, 2).map(withoutBullet)
  const [mark] = /[,;\t|]/.exec(first) ?? []
  if (mark === undefined || /^[^,;\t|]*(?:=|:\s|[-=]>|→)/.test(first)) return false
  return !second || second.split(mark).length === first.split(mark).length
}

// The first thousands of characters tell the form, however long the text is.
const looked = 64_000

/** What comes behind the comments, of whichever language, and the steps of a template that a text begins with. */
const withoutComments = (text: string) => {
  const comment =
    /^(?:\s+|(?:#|\/\/|;|--(?!-)|::)[^\r\n]*|\/\*[^]*?\*\/|<!--[^]*?-->|\{\{-? *(?:if|range|with|define|\/\*)[^\r\n]*|rem\s[^\r\n]*)/i
  // A heading is a comment as well, but the table below it is what makes a text Markdown.
  let rest = text.slice(0, looked)
  for (;;) {
    const found = comment.exec(rest)
    if (found === null) return rest
    rest = rest.slice(found[0].length)
  }
}

/** A bracketed text without the comments between its first brackets and what stands in them. */
const withoutInnerComments = (start: string) => {
  const [brackets = ''] = /^[\s[{]*/.exec(start) ?? []
  return brackets + withoutComments(start.slice(brackets.length))
}

const bracketed = (start: string, first: string): Format => {
  // As AsciiDoc begins a table.
  if (/^\[[^\]\r\n]*\]\s*[\r\n]+\|===/.test(start)) return 'table'
  // A section of an INI file.
  if (/^\[{1,2}[A-Za-z][\w .-]*\]{1,2}\s*$/.test(first)) return 'lines'
  // When a message was sent, in a chat.
  if (/^\[[^\][]{0,20}\d:\d\d[^\][]{0,20}\][^\S\r\n]*[^\s,\]]/.test(first)) return 'lines'
  if (/^\[[^\][{}"',]*(?:[-=]>|→)[^\][{}"',]*\]\s*$/.test(first)) return 'lines'
  // A template around lines.
  if (/^\{[{%]/.test(first) && /^(?:export\s+)?\w+=/m.test(start)) return 'lines'
  // As Ruby and PHP write it.
  if (/^[\s[{]*["'][^"'\r\n]*["']\s*=>/.test(start)) return 'lines'
  if (/^[\s[{]*\{(?:[^"'{}[\],:=]*|\s*"[^"]*"\s*)=/.test(start)) return 'terraform'
  return /^[\s[{]*(?:["\]}/\d-]|true|false|null|$)/.test(start) ? 'json' : 'yaml'
}

// A block, or something that is given a list or an object: with spaces around the sign, as no file of variables has them.
const isTerraform = (start: string) =>
  /^[ \t]*(?:(?:-\/\+|\+\/-|[-+~])[ \t]+)?(?:(?:resource|variable|module|locals|data|output|provider|terraform)\b[^=:\r\n]*\{|secret_aliases\s*=)/m.test(
    start,
  ) ||
  /^[\w-]+[ \t]+=[ \t]*(?:\[\s*(?:$|[{\]])|\{\s*(?:$|"[^"]*"\s*=|\w+\s*=)|(?:concat|flatten|tolist|toset)\()/.test(
    start,
  )

const isMarkdown = (start: string) =>
  /^(?:[^\S\r\n]*\|)?[^\r\n|]*\|[^\r\n]*\r?\n(?:>|[^\S\r\n])*(?:\|[^\S\r\n]*)?:?-+:?[^\S\r\n]*\|/m.test(
    start,
  )

// What no YAML has: assignments that begin a line, names in quotes of Markdown, other bullets than “-”, and arrows.
const lineOfList =
  /^(?:(?:export\s+)?["'“]?[A-Za-z_][\w.-]*["'”]?\s*=|(?:-\s+)?(?:`|\*\*)|[*•]\s|(?:-\s+)?\w+\s+(?:[-=]+>|<[-=]+|[→⇒←⇐]))/

// Below a name of YAML it is a list of texts.
const inList = /^\s*[->]\s+\w+\s*=/

/** Whether a text begins with a sentence, and goes on with lines such as `ALIAS=TARGET`. */
const introducesLines = (start: string) => {
  const [first = '', ...next] = start.split(/[\r\n]+/, 6)
  const isName = isYaml(first)
  return (
    !first.includes('=') &&
    next.some((line) => lineOfList.test(line) || (!isName && inList.test(line)))
  )
}

/** Whether a program begins an object, of a type that it names. */
const isCode = (first: string) =>
  /^(?:export\s+)?(?:const|let|var)\s[^"']{1,200}=\s*[{[(]\s*$/.test(first)

const isYaml = (first: string) =>
  /^(?:---(?:\s|$)|%YAML\s)/.test(first) ||
  /^(?:-\s+)+\{\s*["']?\w+["']?\s*:\s/.test(first) ||
  ((first.startsWith('-') || withoutBullet(first) === first) &&
    /^(?:-\s+)*(?:(?:"[^"]*"|'[^']*')\s*|[^\s"'`*#=:,|{[-][^=:,|]*):(?:\s|$)/.test(first) &&
    !/[,;]\s*$/.test(first))

// Lines among which a table's first row is looked for: some programs say something before it.
const linesBefore = 20

const namesColumns = (start: string) => {
  const lines = start.split(/\r\n|\r|\n/, linesBefore)
  return headByBlanks(lines) !== undefined || lines.some(isHead)
}

const isHead = (line: string) =>
  delimiters.some(
    (mark) => line.includes(mark) && namesBoth(findColumns(line.split(mark).map(withoutQuotes))),
  )

/** The first line of a text where it names a column “#”, and is no comment. */
const numbered = (text: string) =>
  /^\s*#[^\S\n]*[,;\t|][^\n]*/.exec(text.slice(0, looked))?.[0] ?? ''

const withoutQuotes = (cell: string) => cell.trim().replace(/^"(.*)"$/, '$1')
