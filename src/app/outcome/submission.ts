import * as z from 'zod/mini'
import { createAliasRequest, id } from '../../qovery/schema'

/** One press of the button: everything needed to send it, and to find out later what became of it. No token. */
export const submission = z.object({
  /** The idempotency key: one per submission, kept for every retry of it. */
  id,
  projectId: id,
  secretId: id,
  request: createAliasRequest,
  /** Ids of the secrets that had the key before anything was sent; null where the list could not be read. */
  holdersBefore: z.nullable(z.array(id)),
  /** When the button was pressed, in epoch milliseconds: what is clearly older was not made by it. */
  sentAt: z.number(),
})
export type Submission = z.infer<typeof submission>
