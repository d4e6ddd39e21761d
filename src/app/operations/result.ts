import * as z from 'zod/mini'
import { ApiError, consoleFailures } from '../../qovery/errors'
import { secret, type Secret } from '../../qovery/schema'
import type { Operation } from './operation'

// What is kept of an error. The server's own words are not: they may repeat anything.
const storedFailure = z.pipe(
  z.object({
    kind: z.enum(['network', 'timeout', 'http', 'decode']),
    sent: z.boolean(),
    status: z.optional(z.number()),
    requestId: z.optional(z.string()),
    failure: z.optional(z.enum(consoleFailures)),
  }),
  z.transform((fields) => new ApiError(fields)),
)

const refusedResult = z.object({
  kind: z.literal('refused'),
  failure: z.nullable(storedFailure),
  left: z.enum(['unchanged', 'restored', 'missing']),
  /** What was restored. */
  secret: z.nullable(secret),
})

const staleResult = z.object({
  kind: z.literal('stale'),
  /** unread: the list could not be read first · unreadable: not the entry in question, or not in full. */
  why: z.enum([
    'gone',
    'changed',
    'more dependents',
    'unread',
    'unreadable',
    'target gone',
    'target unreadable',
    'key elsewhere',
  ]),
  /** Whether a call was sent, which found that it is gone. */
  sent: z.boolean(),
  /** What the secret is now, where it changed. */
  now: z.nullable(secret),
  failure: z.nullable(storedFailure),
})

/**
 * What became of an operation.
 *
 * done: it happened, by its answer or by the list ·
 * refused: it certainly did not. Of a re-pointing: nothing was changed, or the old alias was restored under another id, or
 * is missing, since it could be created neither way ·
 * conflict: it did not, since another secret has the key, or the same alias was there before ·
 * stale: nothing was sent, or found nothing, because the list is no longer what somebody agreed to ·
 * unconfirmed: the answer was lost, and the list does not show it so far ·
 * unknown: the answer was lost, and the list cannot be read, or not the entry of it in question ·
 * cancelled: by a person, while the server made it wait.
 */
export const result = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('done'),
    by: z.enum(['answer', 'list']),
    /** What it made or changed; null where it deleted. */
    secret: z.nullable(secret),
  }),
  refusedResult,
  z.object({
    kind: z.literal('conflict'),
    /** Who has the key; null where the list does not show it, `unreadable` where its entry cannot be read. */
    existing: z.union([z.null(), z.literal('unreadable'), secret]),
    /** Whether it is the very alias that was to be created. */
    isSame: z.boolean(),
    failure: z.nullable(storedFailure),
  }),
  staleResult,
  z.object({
    kind: z.literal('unconfirmed'),
    failure: z.nullable(storedFailure),
    /** How many entries of the list cannot be read and may be what was created. */
    keyless: z.number(),
    /** Of a re-pointing whose deletion may still take effect: why it went no further; null where only its answer was lost. */
    because: z.nullable(z.discriminatedUnion('kind', [refusedResult, staleResult])),
  }),
  z.object({
    kind: z.literal('unknown'),
    why: z.enum(['list', 'entry']),
    failure: z.nullable(storedFailure),
    stage: z.nullable(z.enum(['deleting', 'creating', 'restoring'])),
  }),
  z.object({ kind: z.literal('cancelled') }),
])
export type Result = z.infer<typeof result>
export type Of<Kind extends Result['kind']> = Extract<Result, { kind: Kind }>

export const stale = (
  why: Of<'stale'>['why'],
  more: Partial<Omit<Of<'stale'>, 'kind' | 'why'>> = {},
): Of<'stale'> => ({ kind: 'stale', why, sent: false, now: null, failure: null, ...more })

export const refused = (
  failure: ApiError | null,
  left: Of<'refused'>['left'] = 'unchanged',
  restored: Secret | null = null,
): Of<'refused'> => ({ kind: 'refused', failure, left, secret: restored })

export const unknown = (
  why: Of<'unknown'>['why'],
  failure: ApiError | null,
  stage: Of<'unknown'>['stage'] = null,
): Of<'unknown'> => ({ kind: 'unknown', why, failure, stage })

/** What is stored of something that holds results, without the words of a server: they may repeat anything. */
export const asStored = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value, (key, part: unknown) => (key === 'detail' ? undefined : part)))

/** Whether it is still open what became of an operation, or there is something left to go on with. */
export const isOpen = (of: Result): boolean =>
  of.kind === 'unconfirmed' ||
  of.kind === 'unknown' ||
  (of.kind === 'refused' && of.left === 'missing')

/** Whether there is nothing more to be done about what somebody wanted: it is so. */
export const isAsWanted = (of: Result, { kind }: Pick<Operation, 'kind'>): boolean =>
  of.kind === 'done' || (kind === 'delete' && of.kind === 'stale' && of.why === 'gone')
