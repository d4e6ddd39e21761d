import * as z from 'zod/mini'
import { storage } from '../data/site-data'

const editDraft = z.object({ key: z.string(), description: z.string() })

/** What somebody typed for a secret and neither saved nor discarded. */
export type EditDraft = z.infer<typeof editDraft>

/** Keeps what is typed for a secret through whatever closes its dialog, as long as the tab is. */
export const keptEdit = (secretId: string) => {
  const record = storage('sessionStorage', `alias-console:edit-draft:${secretId.toLowerCase()}`)
  return {
    read: (): EditDraft | undefined => z.safeParse(editDraft, record.readJson()).data,
    write: (draft: EditDraft) => record.write(JSON.stringify(draft)),
    clear: record.clear,
  }
}
