import * as z from 'zod/mini'
import { createAliasRequest, id, secret } from '../../qovery/schema'
import { storage, storedNames } from '../data/site-data'
import type { Entry, Ledger } from './ledger'
import { earlierPlans, earlierSubmissions } from './use-needed'

// What versions before the ledger kept of operations that had not come to an end.

/** A submission of the form, whose outcome was not certain. */
const submission = z.object({
  id,
  projectId: id,
  secretId: id,
  request: createAliasRequest,
  existingBefore: z.nullable(z.array(id)),
  sentAt: z.number(),
})

const named = z.object({ id, key: z.string() })
/** A re-pointing, and how far it got. */
const plan = z.object({
  projectId: id,
  alias: secret,
  from: named,
  to: named,
  stage: z.enum(['deleting', 'creating', 'restoring']),
  submissionId: z.nullable(id),
  idless: z.optional(z.number()),
})

const plansOf = (upstream: string) => `${earlierPlans}${upstream}:`

/**
 * Moves what an earlier version kept into the ledger. Of a list of creations the whole goes with the first
 * that could be read; what cannot be read at all stays where it is.
 * @returns what was found
 */
export const moveEarlier = async (
  ledger: Pick<Ledger, 'put' | 'isKept'>,
  { upstream, tab }: { upstream: string; tab: string },
): Promise<Entry[]> => {
  const who = { upstream: upstream || 'sandbox', tab }
  const found: { entry: Entry; clear: () => void }[] = []
  for (const each of z.safeParse(z.array(z.unknown()), earlierSubmissions.readJson()).data ?? []) {
    const { data } = z.safeParse(submission, each)
    if (data !== undefined)
      found.push({ entry: { ...ofSubmission(data), ...who }, clear: earlierSubmissions.clear })
  }
  for (const name of storedNames('localStorage')) {
    if (!name.startsWith(plansOf(upstream))) continue
    const record = storage('localStorage', name)
    const { data } = z.safeParse(plan, record.readJson())
    if (data !== undefined) found.push({ entry: { ...ofPlan(data), ...who }, clear: record.clear })
  }
  for (const { entry, clear } of found) {
    await ledger.put(entry)
    if (ledger.isKept()) clear()
  }
  return found.map(({ entry }) => entry)
}

type Moved = Pick<Entry, 'operation' | 'mark' | 'result' | 'isPast'>

const ofSubmission = (sent: z.infer<typeof submission>): Moved => ({
  operation: {
    kind: 'create',
    id: sent.id,
    owner: { kind: 'project', id: sent.projectId },
    agreedAt: sent.sentAt,
    secretId: sent.secretId,
    request: sent.request,
    existingBefore: sent.existingBefore,
  },
  mark: { idless: 0 },
  result: null,
  isPast: false,
})

const ofPlan = ({
  projectId,
  alias,
  from,
  to,
  stage,
  submissionId,
  idless = 0,
}: z.infer<typeof plan>): Moved => ({
  operation: {
    kind: 'repoint',
    // There was one for each alias, whichever tab finds it.
    id: alias.id,
    owner: { kind: 'project', id: projectId },
    agreedAt: 0,
    seen: alias,
    from,
    to,
  },
  mark: { idless, stage, postId: submissionId, alias },
  result: null,
  isPast: false,
})
