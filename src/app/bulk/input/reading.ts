import { counted } from '../../ui/count'
import type { Format, InputRow } from './input-row'
import { isHarmless } from './secret-values'
import { tidyName } from './tidy-name'

/** A whole input, read. Whatever is not in a row is told in a note. */
export interface Reading {
  format: Format
  rows: InputRow[]
  notes: string[]
  /** Whether what was left out may be the value of a secret. */
  holdsValues: boolean
}

export type Gathering = ReturnType<typeof gather>

/** Gathers what a reader finds. */
export const gather = () => {
  const rows: InputRow[] = []
  const numbers: number[] = []
  const skipped = new Map<string, number[]>()
  let entries = 0
  let holdsValues = false
  const skip = (at: number, reason: string) => {
    entries += 1
    const lines = skipped.get(reason)
    if (lines === undefined) skipped.set(reason, [at])
    else lines.push(at)
  }
  return {
    rows,
    add: (found: InputRow | Skipped) => {
      if ('skipped' in found) return skip(found.at, found.skipped)
      entries += 1
      rows.push(found)
      numbers.push(entries)
    },
    /** Told of every text that is in no row and no note. */
    leaveOut: (text: string) => {
      holdsValues ||= !isHarmless(tidyName(text))
    },
    holdValues: () => {
      holdsValues = true
    },
    end: (format: Format, notes: readonly string[] = []): Reading => {
      if (new Set(rows.map(({ at }) => at)).size < rows.length)
        for (const [index, row] of rows.entries()) row.at = numbers[index] ?? row.at
      const left = [...skipped].map(
        ([reason, lines]) =>
          `${counted(lines.length, 'entry', 'entries')} left out (${reason}): ${lineList(lines)}.`,
      )
      return { format, rows, notes: [...notes, ...left], holdsValues }
    },
  }
}

/** An entry of a list that is left out, and why, as a note says it in brackets: “no alias”. */
export interface Skipped {
  at: number
  skipped: string
}

/** “line 3 and 2 more”: the first is where somebody looks. */
export const lineList = (numbers: readonly number[]) => {
  const [first] = numbers
  return numbers.length === 1 ? `line ${first}` : `line ${first} and ${numbers.length - 1} more`
}
