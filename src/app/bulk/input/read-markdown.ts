import type { SyntaxNode } from '@lezer/common'
import { parser, Table } from '@lezer/markdown'
import { counted } from '../../ui/count'
import type { YieldToMain } from '../yield-to-main'
import { unreadable } from './input-row'
import { childrenOf, lineFinder } from './parse-tree'
import { readRecord } from './read-record'
import { exceeds, leaveOutCells, unusedNote } from './read-table'
import { gather, type Reading } from './reading'
import { saysValue } from './says-value'
import { findColumns, namesBoth, type Columns } from './vocabulary'

const none = 'No table with the columns “Alias” and “Target” was found in this Markdown.'
const tooMany = 'More cells than columns: write “\\|” for a “|” inside a text.'

/** Reads the tables of a Markdown text that name aliases and their targets, such as those of this console's reports. */
export const readMarkdown = async (text: string, yieldToMain: YieldToMain): Promise<Reading> => {
  // White space around a line means nothing to a table, and hides one from the grammar.
  const lines = text.split(/\r\n|\r|\n/).map((line) => line.replace(/^(?:\s*>)+/, '').trim())
  const gathering = gather()
  let columns: Columns | undefined
  const unused = new Set<string>()
  const inTables = new Set<number>()
  let [heads, others] = [0, lines.filter((line) => line !== '').length]
  for await (const { at, isHead, cells } of tableLines(lines, yieldToMain)) {
    if (isHead) {
      const found = findColumns(cells)
      columns = namesBoth(found) ? found : undefined
      if (columns !== undefined) {
        heads += 1
        for (const note of unusedNote(cells, columns)) unused.add(note)
        inTables.add(at)
      }
    } else if (columns !== undefined) {
      const broken = exceeds(cells, columns) ? tooMany : undefined
      leaveOutCells(cells, columns, gathering)
      gathering.add(readRecord({ at, cells, columns, broken }))
      inTables.add(at)
      others -= 1
    }
  }
  if (heads === 0) gathering.add(unreadable(1, none))
  if (lines.some((line, index) => !inTables.has(index + 1) && saysValue(line)))
    gathering.holdValues()
  // Two lines head a table: the names, and the rule under them.
  others -= 2 * heads
  const notes = [
    ...unused,
    ...(others === 0 || heads === 0
      ? []
      : [`${counted(others, 'line')} outside the table left out.`]),
  ]
  return gathering.end('markdown', notes)
}

/** A line of a table: the names of its columns, or a row. */
interface TableLine {
  /** From 1. */
  at: number
  isHead: boolean
  cells: string[]
}

const grammar = parser.configure([Table])

// A table is one block to the grammar, and a block is read in one go: what is long is given to it in pieces.
const linesAtOnce = 250

/** The lines of all tables of a Markdown text, in their order. */
async function* tableLines(
  lines: readonly string[],
  yieldToMain: YieldToMain,
): AsyncGenerator<TableLine> {
  let start = 0
  // The first two lines of a table that began in an earlier piece: without them its rows would be none.
  let head: string[] = []
  while (start < lines.length) {
    const pause = yieldToMain()
    if (pause !== undefined) await pause
    const before = start - head.length
    const piece = [...head, ...lines.slice(start, start + linesAtOnce)].join('\n')
    const { topNode } = grammar.parse(piece)
    const lineOf = lineFinder(piece)
    for (const table of topNode.getChildren('Table'))
      for (const row of childrenOf(table)) {
        const at = before + lineOf(row.from)
        const isHead = row.name === 'TableHeader'
        if (at > start && (isHead || row.name === 'TableRow'))
          yield { at, isHead, cells: cellsOf(row, piece) }
      }
    const last = topNode.lastChild
    start += linesAtOnce
    head = []
    if (last?.to !== piece.length || start >= lines.length) continue
    if (last.name === 'Table') head = piece.slice(last.from).split('\n', 2)
    else {
      // Any other block that has not ended may turn out to be the head of a table: it is read again, whole.
      const since = before + lineOf(last.from) - 1
      if (since > start - linesAtOnce) start = since
    }
  }
}

const cellsOf = (row: SyntaxNode, markdown: string) => {
  const cells: string[] = []
  let cell = ''
  for (const part of childrenOf(row)) {
    const isCell = part.name === 'TableCell'
    if (isCell) cell = readCell(part, markdown)
    // An empty cell is no part of the row: what tells of it is the line after it.
    const ends = isCell ? part.nextSibling === null : part.prevSibling !== null
    if (ends) {
      cells.push(cell)
      cell = ''
    }
  }
  return cells
}

// What Markdown takes for markup, and what it would lose at the ends of a cell or between words.
const signs = /[\\`*_{}[\]<>|~#!&]/g
const whiteSpace = /^ +| +$|[^\S ]| {2,}/g

/** A text as a cell holds it: whatever it is, it stays in its cell, is no markup, and can be read back. */
export const writeCell = (text: string) =>
  /^[\w.-]+$/.test(text) && /[^-:]/.test(text)
    ? `\`${text}\``
    : text
        .replaceAll(signs, (sign) => `\\${sign}`)
        .replaceAll(whiteSpace, (space) =>
          space.replaceAll(/\s/g, (each) => `&#${each.codePointAt(0)};`),
        )

/** The text of a cell, without its markup. */
const readCell = (node: SyntaxNode, markdown: string): string => {
  const { name, from, to } = node
  const written = markdown.slice(from, to)
  if (name.endsWith('Mark')) return ''
  if (name === 'Escape') return written.slice(1)
  if (name === 'Entity') return readEntity(written)
  // Where a link leads to is none of what it says.
  if (/^(?:URL|LinkTitle|LinkLabel)$/.test(name) && isOfLink(node.parent)) return ''
  let text = ''
  let end = from
  for (const child of childrenOf(node)) {
    text += markdown.slice(end, child.from) + readCell(child, markdown)
    end = child.to
  }
  text += markdown.slice(end, to)
  // Nothing is escaped in code, but what would divide the cells.
  return name === 'InlineCode' ? text.replaceAll(String.raw`\|`, '|') : text
}

const isOfLink = (node: SyntaxNode | null) => node?.name === 'Link' || node?.name === 'Image'

const named: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"' }

const readEntity = (written: string) => {
  const [, decimal, hexadecimal] = /^&#(?:(\d+)|x([\da-f]+));$/i.exec(written) ?? []
  const code = decimal === undefined ? Number.parseInt(hexadecimal ?? '', 16) : Number(decimal)
  return code <= 0x10ffff ? String.fromCodePoint(code) : (named[written] ?? written)
}
