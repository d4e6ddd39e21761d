import Papa from 'papaparse'
import type { YieldToMain } from '../yield-to-main'
import { findColumns, namesBoth } from './vocabulary'

// Makes of a table as programs write it a text that a parser reads: with one delimiter, and one kind of line end.

export const delimiters = [',', ';', '\t', '|', '│', '┃', '║'] as const

// Records before which the header must come.
export const mostBefore = 50

/** Whether a text begins with the line that tells Excel which delimiter it has. */
export const hasSeparatorLine = (text: string) => takeSeparatorLine(text).named !== undefined

export const takeSeparatorLine = (text: string) => {
  const [line = '', mark] = /^sep=([,;\t|])[^\S\r\n]*(?:\r\n|[\r\n])/i.exec(text) ?? []
  return { named: delimiters.find((each) => each === mark), text: text.slice(line.length) }
}

/** A table in which the first row has the same bars as the others: Jira and Confluence double them. */
export const withOneBar = (text: string) => {
  // Where a line before it has something before its first bar, it is inside a cell.
  const other = text.search(/^[^\S\n]*[^|\s][^|\n]*\|/m)
  return text.replaceAll(/^[^\S\n]*\|\|(?:[^|\n]+\|\|)+[^\S\n]*$/gm, (line, at: number) =>
    other !== -1 && other < at ? line : line.replaceAll('||', '|'),
  )
}

/** The line of some in which blanks alone stand between the names of columns, as terminals show a table. */
export const headByBlanks = (lines: readonly string[]) =>
  lines.find((line, index) => {
    // A heading over lines that say by a sign of their own what is an alias of what is no table's.
    const next = lines.slice(index + 1).find((each) => each.trim() !== '')
    return namesByBlanks(line) && !saysItself.test(next ?? '')
  })

const saysItself = /[\w"'`}]\s{0,9}(?:=|→|[-=]>)\s{0,9}["'`$\w]/

const namesByBlanks = (line: string) =>
  /^[^\S\r\n]*[^\W_][^\t,;:=|"]*$/.test(line) && namesBoth(findColumns(line.trim().split(/\s{2,}/)))

/** A table with tabs between its cells, where blanks alone keep them apart. */
export const withTabs = (text: string) => {
  const head = headByBlanks(text.slice(0, 64_000).split(/[\r\n]+/, mostBefore))
  if (head === undefined) return text
  const starts = wordsIn(head).map(({ index }) => index)
  return text.replaceAll(/^.+$/gm, (line) => {
    const cells = wordsIn(line)
    if (cells.length >= starts.length) return cells.map(([cell]) => cell).join('\t')
    // Which cells are empty is told by where the others begin.
    const columns = starts.map((): string[] => [])
    for (const { 0: cell, index } of cells)
      columns[
        Math.max(
          0,
          starts.findLastIndex((start) => start <= index),
        )
      ]?.push(cell)
    return columns.map((texts) => texts.join(' ')).join('\t')
  })
}

const wordsIn = (line: string) => [...line.matchAll(/\S+(?: \S+)*/g)]

export const withoutColours = (text: string) =>
  // oxlint-disable-next-line no-control-regex -- Terminals are told colours by a control character.
  text.includes('\u001B') ? text.replaceAll(/\u001B\[[\d;]*m/g, '') : text

/** The delimiter that makes a row name the columns. Papaparse's own guess wants more rows than two. */
export const delimiterOf = async (text: string, yieldToMain: YieldToMain) => {
  const start = text.slice(0, 64_000)
  for (const delimiter of delimiters) {
    if (!start.includes(delimiter)) continue
    const even = await plainCells(start, delimiter, yieldToMain)
    const { data } = Papa.parse<string[]>(even, { delimiter, newline: '\n', preview: mostBefore })
    if (data.some((record) => namesBoth(findColumns(record)))) return delimiter
  }
  return ','
}

/**
 * A table's text in which each line end is `\n`, for a parser that knows one kind in a text, and in which no white space
 * stands around a cell, which would take its quotes for letters. What is in quotes stays as it is. Quotes mean what they
 * mean to Papaparse, also where they are malformed.
 */
export const plainCells = async (text: string, delimiter: string, yieldToMain: YieldToMain) => {
  const ends = String.raw`${delimiter}\r\n`
  // A quote elsewhere than at the start of a cell is a letter like any other.
  const opening = new RegExp(`"(?<=(?:^|[${ends}])[^\\S${ends}]*")`, 'g')
  const escapedOrClosing = new RegExp(`""|"[^\\S${ends}]*(?=[${ends}]|$)`, 'g')
  const spaces = new RegExp(`[^\\S${ends}]+`, 'g')
  const isEdge = (sign: string | undefined) =>
    sign === undefined || sign === delimiter || sign === '\n'
  const outside = (part: string) =>
    part
      .replaceAll(/\r\n?/g, '\n')
      .replaceAll(spaces, (run, at: number, whole) =>
        isEdge(whole[at - 1]) || isEdge(whole[at + run.length]) ? '' : run,
      )
  let plain = ''
  let at = 0
  for (;;) {
    const pause = yieldToMain()
    if (pause !== undefined) await pause
    opening.lastIndex = at
    const open = opening.exec(text)?.index ?? text.length
    plain += outside(text.slice(at, open))
    if (open === text.length) return plain
    escapedOrClosing.lastIndex = open + 1
    let found = escapedOrClosing.exec(text)
    while (found?.[0] === '""') found = escapedOrClosing.exec(text)
    at = found === null ? text.length : escapedOrClosing.lastIndex
    plain += found === null ? text.slice(open) : text.slice(open, at).trimEnd()
  }
}
