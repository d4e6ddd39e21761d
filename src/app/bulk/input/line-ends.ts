import type { YieldToMain } from '../yield-to-main'

/**
 * A table's text in which each line end is `\n`, for a parser that knows one kind in a text. Line breaks in quotes are
 * part of a cell, and stay as they are. Quotes mean what they mean to Papaparse, also where they are malformed.
 */
export const evenLineEnds = async (text: string, delimiter: string, yieldToMain: YieldToMain) => {
  if (!text.includes('\r')) return text
  const ends = String.raw`${delimiter}\r\n`
  // A quote elsewhere than at the start of a cell is a letter like any other.
  const opening = new RegExp(`(?<![^${ends}])"`, 'g')
  const escapedOrClosing = new RegExp(`""|"[^\\S${ends}]*(?=[${ends}]|$)`, 'g')
  let even = ''
  let at = 0
  for (;;) {
    const rest = yieldToMain()
    if (rest !== undefined) await rest
    opening.lastIndex = at
    const open = opening.exec(text)?.index ?? text.length
    even += text.slice(at, open).replaceAll(/\r\n?/g, '\n')
    if (open === text.length) return even
    escapedOrClosing.lastIndex = open + 1
    let found = escapedOrClosing.exec(text)
    while (found?.[0] === '""') found = escapedOrClosing.exec(text)
    at = found === null ? text.length : escapedOrClosing.lastIndex
    even += text.slice(open, at)
  }
}
