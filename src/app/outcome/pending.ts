import * as z from 'zod/mini'
import { pendingRecord } from './pending-record'
import { submission, type Submission } from './submission'

/** The submissions whose outcome is not yet certain, the latest last; kept for this tab, so that a reload does not forget them. */
export const readPending = (): Submission[] =>
  pendingRecord.entries().flatMap((entry) => {
    const parsed = z.safeParse(submission, entry)
    return parsed.success ? [parsed.data] : []
  })
