import * as z from 'zod/mini'
import { id, secret } from '../../qovery/schema'

/**
 * One re-pointing and how far it got. It outlives a crash of the tab, because between its two steps the alias does not
 * exist. There is no token in it.
 */
export const repointPlan = z.object({
  projectId: id,
  /** The alias as it was, once a run has begun: as the list had it just before the DELETE. */
  alias: secret,
  /** What it pointed at, and what it is to point at. */
  from: z.object({ id, key: z.string() }),
  to: z.object({ id, key: z.string() }),
  /** deleting: the old alias may or may not be gone · creating: it is gone, the new one may be there · restoring: the new
   * one cannot be made, the old one is to come back. */
  stage: z.enum(['deleting', 'creating', 'restoring']),
  /** The idempotency key of the stage's POST, the same until it is certain what became of it. */
  submissionId: z.nullable(id),
  /** How many entries of the list had no id that can be read while the old alias was there: they are something else. */
  idless: z.optional(z.number()),
})
export type RepointPlan = z.infer<typeof repointPlan>
