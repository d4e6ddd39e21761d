import * as z from 'zod/mini'
import { kept } from '../kept'
import { edits, type Edit } from './plan/carry-edits'

// More than anybody makes by hand, and no more than a browser's storage takes.
const most = 1000

/** What was changed in a project's plan, through a reload: the text that it was made of is kept as well. */
export const keptEdits = (projectId: string) => {
  const record = kept('sessionStorage', `alias-console:bulk-edits:${projectId}`)
  return {
    read: (): Edit[] => z.safeParse(edits, record.readJson()).data ?? [],
    write: (made: readonly Edit[]) => {
      if (made.length <= most) record.write(JSON.stringify(made))
    },
    clear: record.clear,
  }
}
