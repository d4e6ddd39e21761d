import * as z from 'zod/mini'
import { id } from '../../../qovery/schema'

/**
 * Where a row stands. Under way: waiting, sending, unknown (the answer was lost), claimed (the server says that the key
 * is taken). Ends: created · existed before · taken by something else · refused · absent after every look · cancelled
 * before it was sent · left out of the plan · disappeared after it was created · undone.
 */
export const rowStates = [
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
] as const
export type RowState = (typeof rowStates)[number]

/** One row of a job, as the journal keeps it. No token. */
export const jobRow = z.object({
  jobId: id,
  place: z.number(),
  at: z.number(),
  key: z.string(),
  /** The source as it was written, and what it was found to mean. */
  source: z.string(),
  secretId: z.nullable(id),
  sourceKey: z.nullable(z.string()),
  description: z.nullable(z.string()),
  interpolation: z.nullable(z.boolean()),
  /** The idempotency key: one for the row, whatever happens to it, until it is refused for sure. */
  submissionId: id,
  state: z.enum(rowStates),
  /** How often it was sent. */
  tries: z.number(),
  /** When the first call was made that can have been heard, in epoch milliseconds; absent where there is none. */
  sentAt: z.optional(z.number()),
  /** Id of the alias, and its `updated_at` when it was last seen as this job made it. */
  aliasId: z.nullable(id),
  stamp: z.nullable(z.string()),
  reason: z.string(),
  requestId: z.nullable(z.string()),
})
export type JobRow = z.infer<typeof jobRow>

export const job = z.object({
  id,
  projectId: id,
  /** What answers for Qovery: a job of the sandbox is never resumed against the real one. */
  upstream: z.string(),
  startedAt: z.number(),
  task: z.enum(['create', 'undo']),
  state: z.enum(['running', 'paused', 'ended']),
})
export type Job = z.infer<typeof job>

/** What a journal knows after a crash: a row that was being sent may have been heard. */
export const recover = (row: JobRow): JobRow =>
  row.state === 'sending' ? { ...row, state: 'unknown' } : row

export const countStates = (rows: readonly JobRow[]): Record<RowState, number> => {
  const counts = {
    waiting: 0,
    sending: 0,
    unknown: 0,
    claimed: 0,
    created: 0,
    existed: 0,
    taken: 0,
    refused: 0,
    absent: 0,
    cancelled: 0,
    left: 0,
    disappeared: 0,
    undone: 0,
  }
  for (const { state } of rows) counts[state] += 1
  return counts
}

/** How many rows are under way. */
export const countUnderWay = ({ waiting, sending, unknown, claimed }: Record<RowState, number>) =>
  waiting + sending + unknown + claimed

export const isUnderWay = ({ state }: Pick<JobRow, 'state'>) =>
  state === 'waiting' || state === 'sending' || state === 'unknown' || state === 'claimed'
