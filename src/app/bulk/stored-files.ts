import * as z from 'zod/mini'
import { storage } from '../data/site-data'
import type { TextFile } from './input/text-files'

// What a tab may keep has to do for all that is under way as well.
const mostCharacters = 400_000

const shape = z.array(z.object({ name: z.string(), text: z.string() }))

/** Whether files are short enough to be kept through a reload. */
export const fitsStorage = (files: readonly TextFile[]): boolean =>
  files.reduce((sum, { text }) => sum + text.length, 0) <= mostCharacters

/** The files of a page, kept through a reload as its text is. */
export const storedFiles = (inputId: string) => {
  const record = storage('sessionStorage', `alias-console:bulk-files:${inputId}`)
  return {
    read: (): TextFile[] => z.safeParse(shape, record.readJson()).data ?? [],
    /** @returns whether this browser took them */
    write: (files: readonly TextFile[]): boolean => {
      const text = JSON.stringify(files)
      record.write(text)
      const isTaken = record.read() === text
      // Else those of before would come back in their place.
      if (!isTaken) record.clear()
      return isTaken
    },
    clear: record.clear,
  }
}
