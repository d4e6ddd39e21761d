import * as z from 'zod/mini'
import { pendingRecord } from './pending-record'
import { submission, type Submission } from './submission'

/** The submission whose outcome is not yet certain, kept for this tab so that a reload does not forget it. */
export const pending = {
  read: (): Submission | undefined => {
    const parsed = z.safeParse(submission, pendingRecord.readJson())
    return parsed.success ? parsed.data : undefined
  },
  write: (value: Submission) => pendingRecord.write(JSON.stringify(value)),
}
