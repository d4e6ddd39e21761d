import * as z from 'zod/mini'
import { pendingRecord } from './pending-record'
import { submission, type Submission } from './submission'

const entries = z.array(z.unknown())

const read = (): Submission[] => {
  const list = z.safeParse(entries, pendingRecord.readJson())
  if (!list.success) return []
  return list.data.flatMap((entry) => {
    const parsed = z.safeParse(submission, entry)
    return parsed.success ? [parsed.data] : []
  })
}

const without = (id: string) => read().filter((each) => each.id !== id)

const write = (list: Submission[]) =>
  list.length === 0 ? pendingRecord.clear() : pendingRecord.write(JSON.stringify(list))

/** The submissions whose outcome is not yet certain, the latest last; kept for this tab, so that a reload forgets none. */
export const pending = {
  read,
  put: (value: Submission) => write([...without(value.id), value]),
  remove: (id: string) => write(without(id)),
}
