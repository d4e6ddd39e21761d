import * as z from 'zod/mini'
import { ApiError } from '../../../qovery/errors'
import { id } from '../../../qovery/schema'
import { lostCall } from '../../operations/failure-text'
import { refused, unknown, type Result } from '../../operations/result'
import type { Job, JobRow } from '../run/job'

// Rows as earlier versions of this console left them in a browser: with a result of their own, and a sentence for it.

const earlierRow = z.object({
  jobId: id,
  place: z.number(),
  at: z.number(),
  key: z.string(),
  source: z.string(),
  secretId: z.nullable(id),
  sourceKey: z.nullable(z.string()),
  description: z.nullable(z.string()),
  interpolation: z.nullable(z.boolean()),
  submissionId: id,
  state: z.enum([
    'waiting',
    'sending',
    'unknown',
    'claimed',
    'created',
    'existed',
    'taken',
    'refused',
    'absent',
    'cancelled',
    'left',
    'disappeared',
    'undone',
  ]),
  tries: z.number(),
  sentAt: z.optional(z.number()),
  aliasId: z.nullable(id),
  stamp: z.nullable(z.string()),
  reason: z.string(),
})
type EarlierRow = z.infer<typeof earlierRow>

/** Reads a row of an earlier version, as one of now; undefined where it is none. */
export const readEarlierRow = (stored: unknown, job: Job): JobRow | undefined => {
  const { data } = z.safeParse(earlierRow, stored)
  if (data === undefined) return undefined
  const { submissionId, state, reason, ...row } = data
  const isDeletion = state === 'undone' || (job.task === 'undo' && row.aliasId !== null)
  const status = statuses[state]
  const isOver = job.state === 'ended' && status.state === 'open'
  return {
    ...row,
    operationId: submissionId,
    // What was not deleted is what it was before: created.
    kind: isDeletion && state !== 'created' && state !== 'disappeared' ? 'delete' : 'create',
    note: state === 'left' ? reason : '',
    ...status,
    ...(isOver && { state: 'ended' }),
  }
}

const ended = (result: Result): EarlierStatus => ({ state: 'ended', result })
const created: Result = { kind: 'done', by: 'answer', secret: null }
const conflict = new ApiError({ kind: 'http', sent: true, status: 409 })

type EarlierStatus = Pick<JobRow, 'state' | 'result'> & Partial<Pick<JobRow, 'unlisted'>>
const statuses: Record<EarlierRow['state'], EarlierStatus> = {
  waiting: { state: 'waiting', result: null },
  sending: { state: 'sending', result: null },
  unknown: { state: 'open', result: unknown('list', lostCall) },
  claimed: { state: 'open', result: unknown('list', conflict) },
  created: ended(created),
  existed: ended({ kind: 'conflict', existing: null, isSame: true, failure: null }),
  taken: ended({ kind: 'conflict', existing: null, isSame: false, failure: null }),
  refused: ended(refused(null)),
  absent: ended({ kind: 'unconfirmed', failure: lostCall, keyless: 0, because: null }),
  cancelled: ended({ kind: 'cancelled' }),
  left: { state: 'skipped', result: null },
  disappeared: { ...ended(created), unlisted: 'missing' },
  undone: ended(created),
}
