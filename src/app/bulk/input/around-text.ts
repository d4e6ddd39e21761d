import { saysValue } from './says-value'

// What people send a text in: a mail that was answered, or a message with one fenced block. Each line stays where it is.

const lineBreak = /\r\n|\r|\n/

/** A text without the signs of an answered mail, where each of its lines has one, but for words before them. */
export const withoutMailQuotes = (text: string): string => {
  const first = text.search(/^[^\S\r\n]*>/m)
  if (first === -1) return text
  const [before, quoted] = [text.slice(0, first), text.slice(first)]
  const lines = before.split(lineBreak).filter((line) => line.trim() !== '')
  if (lines.length > mostBefore || lines.some(isData)) return text
  return /^(?![^\S\r\n]*>)[^\S\r\n]*\S/m.test(quoted)
    ? text
    : before + quoted.replaceAll(/^[^\S\r\n]*(?:>[^\S\r\n]?)+/gm, '')
}

// “On Monday, Jane wrote:”, and a greeting.
const mostBefore = 3

// What a fence says of its text: a language, and what else some programs are told.
const info = /^[\w+.#-]*(?:\s+(?:\{.*|[a-z][\w-]*=.*))?\s*$/

/** A text without fences that have something of what they are around in their own line, as chats write them. */
export const withoutTightFences = (text: string): string => {
  if (!text.includes('```')) return text
  let [isOpen, isChanged] = [false, false]
  const lines = text.split(lineBreak).map((line) => {
    const [, inside] = /^\s*```([^`].*)$/.exec(line) ?? []
    const opens = !isOpen && inside !== undefined && !info.test(inside)
    isOpen ||= opens
    isChanged ||= opens
    const written = opens ? inside : line
    if (!isOpen || !/```\s*$/.test(written)) return written
    isOpen = false
    return written.replace(/```\s*$/, '')
  })
  return isChanged ? lines.join('\n') : text
}

interface Fenced {
  /** What stands in the block, at its own lines. */
  text: string
  note: string
  /** Whether what stands around it may say values of secrets. */
  holdsValues: boolean
}

export const fenceNote = 'Only the fenced block was read: what stands around it is left out.'

/** The one fenced block of a text; undefined where there are none or several, or where aliases stand around it too. */
export const insideFence = (text: string): Fenced | undefined => {
  if (!/```|~~~/.test(text)) return undefined
  const lines = text.split(lineBreak)
  const fences = lines.flatMap((line, index) => (/^\s*(?:```|~~~)/.test(line) ? [index] : []))
  const [start, end] = fences
  if (start === undefined || end === undefined || fences.length > 2) return undefined
  if (!/^\s*(?:```|~~~)\s*$/.test(lines[end] ?? '')) return undefined
  const around = lines.filter((_, index) => index < start || index > end)
  const inside = lines.map((line, index) => (index > start && index < end ? line : ''))
  if (around.some(isData) || inside.every((line) => line.trim() === '')) return undefined
  return {
    text: inside.join('\n'),
    note: around.every((line) => line.trim() === '') ? '' : fenceNote,
    holdsValues: around.some(saysValue),
  }
}

/** Whether a line is read itself: an assignment, a row of a table, or a bracket. */
const isData = (line: string) =>
  /^[^\S\r\n]*(?:[-*+>]\s+)?(?:export\s+)?[\w.`"'-]+\s*(?:=|->|→|=>)|\||^\s*[[{]|^\s*[\w-]*[A-Z_]{2}[A-Z0-9_]*:\s/.test(
    line,
  )
