/** What somebody typed for a secret and neither saved nor discarded. */
interface EditDraft {
  key: string
  description: string
}

/** By the secret's id. Kept as long as the page is. */
export const editDrafts = new Map<string, EditDraft>()
