import { counted } from '../../ui/count'
import type { YieldToMain } from '../yield-to-main'
import { decodeText } from './decode-text'
import { unreadable, type Format } from './input-row'
import { mostCharacters, mostRows, readInput } from './read-input'
import type { Reading } from './reading'

export interface TextFile {
  name: string
  text: string
}

interface Opened {
  /** In the order in which they were given; no two have the same name. */
  files: TextFile[]
  /** Why others are not among them, a sentence each. */
  problems: string[]
}

/** Opens files as texts. What is none, or too long, takes no other along. */
export const openFiles = async (chosen: readonly File[]): Promise<Opened> => {
  const files: TextFile[] = []
  const problems: string[] = []
  let size = 0
  for (const file of chosen) {
    const found = await open(file, mostCharacters - size)
    if (typeof found === 'string') problems.push(found)
    else {
      size += file.size
      files.push({ name: unusedName(file.name, files), text: found.text })
    }
  }
  return { files, problems }
}

/** @returns why it is not taken, in a sentence */
const open = async (file: File, room: number): Promise<string | { text: string }> => {
  const { name, size } = file
  if (size > mostCharacters)
    return `${name} is larger than 10 MB: split it. Nothing of it was read.`
  if (size > room)
    return `${name} is too much: together the files are larger than 10 MB. Nothing of it was read.`
  try {
    const text = decodeText(new Uint8Array(await file.arrayBuffer()))
    return text === undefined
      ? `${name} is not text in UTF-8. Nothing of it was read. Save it as UTF-8, in Excel as “CSV UTF-8”, and choose it again.`
      : { text }
  } catch {
    return `${name} cannot be read. Choose it again, or paste its text.`
  }
}

// Of several folders.
const unusedName = (name: string, files: readonly TextFile[]) => {
  const isUsed = (tried: string) => files.some((file) => file.name === tried)
  let nth = 1
  while (isUsed(nth === 1 ? name : `${name} (${nth})`)) nth += 1
  return nth === 1 ? name : `${name} (${nth})`
}

interface FilesReading extends Omit<Reading, 'format'> {
  /** The forms that were found, in the order of the files. */
  formats: Format[]
}

/**
 * Reads files into the rows of all of them, each file in its own form. Where there are several, each row and note says
 * which it is of.
 * @throws as {@link readInput} does
 */
export const readFiles = async (
  files: readonly TextFile[],
  yieldToMain: YieldToMain,
  format?: Format,
): Promise<FilesReading> => {
  const all: FilesReading = { formats: [], rows: [], notes: [], holdsValues: false }
  for (const { name, text } of files) {
    const { format: found, rows, notes, holdsValues } = await readInput(text, yieldToMain, format)
    const isOne = files.length === 1
    if (!all.formats.includes(found)) all.formats.push(found)
    all.holdsValues ||= holdsValues
    for (const row of rows) all.rows.push(isOne ? row : { ...row, file: name })
    if (rows.length === 0 && !isOne) all.notes.push(`${name}: there is no alias in it.`)
    for (const note of notes) all.notes.push(isOne ? note : `${name}: ${note}`)
  }
  if (all.rows.length <= mostRows) return all
  const problem = `These are ${counted(all.rows.length, 'row')}, more than 100,000: split them. Nothing was read.`
  // What they hold is not known.
  return { ...all, rows: [unreadable(1, problem)], notes: [], holdsValues: true }
}
