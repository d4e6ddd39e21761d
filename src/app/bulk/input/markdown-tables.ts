import type { SyntaxNode } from '@lezer/common'
import { parser, Table } from '@lezer/markdown'
import type { YieldToMain } from '../yield-to-main'
import { lineCounter } from './line-counter'
import { readCell } from './markdown-cell'

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
export async function* tableLines(
  lines: readonly string[],
  yieldToMain: YieldToMain,
): AsyncGenerator<TableLine> {
  let start = 0
  // The first two lines of a table that began in an earlier piece: without them its rows would be none.
  let head: string[] = []
  while (start < lines.length) {
    const rest = yieldToMain()
    if (rest !== undefined) await rest
    const before = start - head.length
    const piece = [...head, ...lines.slice(start, start + linesAtOnce)].join('\n')
    const { topNode } = grammar.parse(piece)
    const lineOf = lineCounter(piece)
    for (const table of topNode.getChildren('Table'))
      for (let row = table.firstChild; row !== null; row = row.nextSibling) {
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
  for (let part = row.firstChild; part !== null; part = part.nextSibling) {
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
