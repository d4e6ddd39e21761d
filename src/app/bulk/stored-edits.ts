import * as z from 'zod/mini'
import { storage } from '../data/site-data'
import type { InputRow } from './input/input-row'
import { edits, editsOf, type Edit } from './plan/carry-edits'
import { withoutValue } from './plan/leave-out-values'
import type { PlannedRow } from './plan/plan'

// About as many as a text has that is kept through a reload itself; to look through more takes time at each change.
const mostRows = 10_000

/** What was changed in a page's plan, kept through a reload as the text is that it was made of. */
export const storedEdits = (inputId: string) => {
  const record = storage('sessionStorage', `alias-console:bulk-edits:${inputId}`)
  return {
    read: (): Edit[] => z.safeParse(edits, record.readJson()).data ?? [],
    write: (given: readonly InputRow[], planned: readonly (PlannedRow | undefined)[]) => {
      if (given.length <= mostRows)
        record.write(
          JSON.stringify(
            editsOf(
              given,
              planned.map((row) => row && withoutValue(row)),
            ),
          ),
        )
    },
    clear: record.clear,
  }
}
