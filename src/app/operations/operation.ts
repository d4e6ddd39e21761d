import * as z from 'zod/mini'
import { createAliasRequest, id, owner, secret } from '../../qovery/schema'

const shared = {
  /** The idempotency key of what is sent, the same for every retry of it. */
  id,
  owner,
  /** When somebody agreed to it, in epoch milliseconds. */
  agreedAt: z.number(),
  /** The id of the operation that this one takes back, where it takes one back. */
  undoesId: z.optional(id),
}
const named = z.object({ id, key: z.string() })

/** A renaming whose old name an alias keeps. */
const renaming = z.object({
  /** The id of the operation that renamed it. */
  by: id,
  /** What was renamed, as it was afterwards. */
  seen: secret,
  /** Its description before. */
  description: z.nullable(z.string()),
})

/** Gives a secret a second name. */
const createOperation = z.object({
  ...shared,
  kind: z.literal('create'),
  /** What the alias points at. */
  secretId: id,
  request: createAliasRequest,
  /** Ids of the secrets that had the key before; null where the list was not known. */
  existingBefore: z.nullable(z.array(id)),
  /** The new key of what had this one, where it keeps an old name. */
  renamedTo: z.optional(z.string()),
  renaming: z.optional(renaming),
})

/** Gives a secret another key or description. Its value is no part of it. */
const editOperation = z.object({
  ...shared,
  kind: z.literal('edit'),
  /** The secret as it was on the screen when somebody agreed, here and below. */
  seen: secret,
  key: z.string(),
  description: z.nullable(z.string()),
  /** Whether its old key becomes an alias of it, once it has the new one. */
  keepsName: z.optional(z.boolean()),
})

const deleteOperation = z.object({
  ...shared,
  kind: z.literal('delete'),
  seen: secret,
  /** Ids of what goes with it, as agreed to, and how many entries that cannot be read. */
  dependents: z.array(id),
  unreadDependents: z.number(),
  /** What created it, where this takes that back. */
  undoes: z.optional(createAliasRequest),
  /** Of what kept an old name: the new key of what had it. */
  renamedTo: z.optional(z.string()),
  /** What is taken back once this is done: the secret then gets its old name again. */
  renaming: z.optional(renaming),
})

/** Points an alias at another secret: deletes it and creates it again, since Qovery has no call for it. */
const repointOperation = z.object({
  ...shared,
  kind: z.literal('repoint'),
  seen: secret,
  from: named,
  to: named,
})

/** A write that somebody agreed to, as plain data: it holds no token, and no value of a secret. */
export const operation = z.discriminatedUnion('kind', [
  createOperation,
  editOperation,
  deleteOperation,
  repointOperation,
])
export type Operation = z.infer<typeof operation>
export type CreateOperation = z.infer<typeof createOperation>
export type EditOperation = z.infer<typeof editOperation>
export type DeleteOperation = z.infer<typeof deleteOperation>
export type RepointOperation = z.infer<typeof repointOperation>

/**
 * How far an operation got: kept before anything is sent, so that a page that comes later can find out what became of it.
 */
export const mark = z.object({
  /** How many entries of the list without an id were something else before anything was sent. */
  idless: z.number(),
  /** Of a re-pointing. deleting: the old alias may be gone · creating: it is gone, the new one may be there · restoring:
   * the new one cannot be created, the old one is to come back. */
  stage: z.optional(z.enum(['deleting', 'creating', 'restoring'])),
  /** The idempotency key of the stage's POST, until it is certain what became of it; null: no call may be on its way. */
  postId: z.optional(z.nullable(id)),
  /** The old alias, as the list had it just before it was deleted. */
  alias: z.optional(secret),
})
export type Mark = z.infer<typeof mark>
export type Stage = NonNullable<Mark['stage']>

/** The key that an operation is known by. */
export const keyOf = (of: Operation): string =>
  of.kind === 'create' ? of.request.key : of.seen.key

/** The names that what is said of an operation may hold. */
export const namesOf = (of: Operation): string[] => {
  switch (of.kind) {
    case 'create':
      return [of.request.key, of.renamedTo ?? '']
    case 'edit':
      return [of.seen.key, of.key]
    case 'delete':
      return [of.seen.key, of.renamedTo ?? '']
    case 'repoint':
      return [of.seen.key, of.from.key, of.to.key]
  }
}

/** What only one operation may be about at a time: a secret, or the creation itself. */
export const subjectOf = (of: Operation): string => (of.kind === 'create' ? of.id : of.seen.id)
