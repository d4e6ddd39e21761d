import type { NarrowerKind, OwnerRef } from '../../qovery/owner'
import { inWords } from '../unseen'

/** An alias with what it points at: enough to make it again with any tool. */
export interface AliasPlan {
  key: string
  description: string | null
  interpolation: boolean | null
  target: { id: string; key: string; type: string | null; sameKey: boolean }
}

/** Where the alias is made. Names are null where they could not be read. */
export interface Place {
  organization: { id: string; name: string } | null
  project: { id: string; name: string | null }
  /** The environment or service in it, where it is not the project's own. */
  within?: Within
}

export interface Within {
  owner: OwnerRef<NarrowerKind>
  environment: string | null
  /** Null for an environment itself, and where it could not be read. */
  service: string | null
  /** CRON or LIFECYCLE, of a job; null where Qovery does not say, undefined where it is not read, or not yet. */
  jobType: string | null | undefined
}

/** Something to paste, and what the tool leaves out of it or asks for. No code: the tool cannot do it, as noted. */
export interface Snippet {
  code: string | null
  notes: string[]
}

/** Names that Terraform and the CLI both look a target up by, rather than by id. */
export const sameKeyNote = (key: string) =>
  `Several secrets have the key ${inWords(key)}, and this tool is told the key and not the ID: check which one it takes.`
