import { inWords } from '../unseen'

/** An alias at project level with what it points at: enough to make it again with any tool. */
export interface AliasPlan {
  key: string
  description: string | null
  interpolation: boolean | null
  source: { id: string; key: string; type: string | null; sameKey: boolean }
}

/** Where the alias is made. Names are null where they could not be read. */
export interface Place {
  organization: { id: string; name: string } | null
  project: { id: string; name: string | null }
}

/** Something to paste, and what the tool leaves out of it or asks for. No code: the tool cannot do it, as noted. */
export interface Snippet {
  code: string | null
  notes: string[]
}

/** Names that Terraform and the CLI both look a source up by, rather than by id. */
export const sameKeyNote = (key: string) =>
  `Several secrets have the key ${inWords(key)}, and this tool is told the key and not the ID: check which one it takes.`
