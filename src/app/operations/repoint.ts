import { ApiError } from '../../qovery/errors'
import { isInherited } from '../../qovery/owner'
import { isWhole, type Secret, type SecretList } from '../../qovery/schema'
import { indexSecrets } from '../../rules/secret-index'
import { creation } from './create'
import { deletion } from './delete'
import type { Progress, Running } from './kind'
import { foundLate } from './found-late'
import { existingOf } from './match-alias'
import type { Mark, RepointOperation, Stage } from './operation'
import { attempt } from './poll'
import { isAsWanted, refused, stale, unknown, type Of, type Result } from './result'
import { send } from './run'
import { findById, isUnchanged } from './same-secret'

/** A re-pointing, and how far it got. */
interface Step {
  operation: RepointOperation
  mark: Mark & { stage: Stage; postId: string | null; alias: Secret }
  /** Whether an earlier run may have sent the stage's call. */
  wasSent: boolean
  running: Running
}

/**
 * Points an alias at another secret: deletes it, creates it again, and brings the old one back where that fails. Qovery has
 * no call for it, so it cannot be atomic.
 * @param mark how far an earlier run got that was cut off: this one goes on from there, and looks first
 */
export const runRepoint = (
  operation: RepointOperation,
  running: Running,
  mark: Mark = { idless: 0 },
): Promise<Result> => {
  const { stage = 'deleting', postId = null, alias = operation.seen } = mark
  const step: Step = {
    operation,
    running,
    mark: { ...mark, stage, postId, alias },
    wasSent: postId !== null,
  }
  switch (stage) {
    case 'deleting':
      return startByDeleting(step)
    case 'creating':
      return create(step)
    case 'restoring':
      return restore(step, null, { mayBeThere: true })
  }
}

const startByDeleting = async (step: Step): Promise<Result> => {
  const { operation, mark, running } = step
  reportOf(step)({ kind: 'sending' })
  // Marks that the deletion may have been sent: then a missing alias is our own doing.
  const isResumed = mark.postId !== null
  const list = await attempt(() => running.client.listSecrets(operation.owner))
  if (list instanceof ApiError) {
    // An earlier run may have deleted it: while nothing can be read, nothing is certain.
    return isResumed ? unknown('list', list, 'deleting') : stale('unread', { failure: list })
  }
  const now = findById(mark.alias.id, list, mark.idless)
  // It may be the alias, or something new in the place of what an earlier run deleted.
  if (now === 'unreadable' && isResumed) return unknown('entry', null, 'deleting')
  // What is created again must be all of what goes.
  if (now === 'unreadable' || (now !== undefined && !isWhole(now)))
    return notDeleted(isResumed, stale('unreadable'))
  // Deleted by an earlier run, it has to come back, whatever became of its new target.
  const hasToComeBack = isResumed && now === undefined
  const target = findById(operation.to.id, list)
  if (!hasToComeBack && typeof target !== 'object')
    return notDeleted(isResumed, stale(target === undefined ? 'target gone' : 'target unreadable'))
  // It could be created neither way, since what can be seen there has its key.
  if (!hasToComeBack && isKeyElsewhere(operation, list))
    return notDeleted(isResumed, stale('key elsewhere'))
  const begun: Step = {
    ...step,
    mark: {
      ...mark,
      // Created again as it is now: somebody may have described it anew since it was shown.
      alias: now !== undefined && isUnchanged(mark.alias, now) ? now : mark.alias,
      postId: mark.postId ?? running.newId(),
      idless: now === undefined ? mark.idless : indexSecrets(list).idless,
    },
  }
  await running.save(begun.mark)
  const ended = await deleteAsRead(begun, list)
  if (ended.kind === 'unknown') return { ...ended, stage: 'deleting' }
  if (ended.kind === 'unconfirmed') return { ...ended, keyless: 0 }
  // Gone between the list and the call: browsers send one twice, and the second finds nothing.
  const isGoneByUs = ended.kind === 'done' || (ended.kind === 'stale' && ended.sent)
  if (isGoneByUs || (isResumed && isAsWanted(ended, { kind: 'delete' })))
    return create(await advance(begun, 'creating'))
  return notDeleted(isResumed, ended)
}

// In a project only a BUILT_IN one can have the same key, and is overridden.
const isKeyElsewhere = ({ owner, seen }: RepointOperation, list: SecretList) =>
  existingOf(seen.key, indexSecrets(list), owner).some(
    ({ id, scope }) => id !== seen.id && isInherited(scope, owner),
  )

// A lost deletion may take effect later than anybody waits for it.
const notDeleted = (wasOneLost: boolean, why: Result): Result =>
  wasOneLost && (why.kind === 'stale' || why.kind === 'refused')
    ? { kind: 'unconfirmed', failure: why.failure, keyless: 0, because: why }
    : why

// Judged by the very list that the alias is from: nothing is lost that was written before it.
const deleteAsRead = (step: Step, list: SecretList) => {
  const { operation, mark } = step
  const { id, owner, agreedAt } = operation
  return send(
    deletion(mark.idless),
    {
      kind: 'delete',
      id,
      owner,
      agreedAt,
      seen: mark.alias,
      dependents: [],
      unreadDependents: 0,
    },
    partOf(step),
    { known: list },
  )
}

const create = async (step: Step): Promise<Result> => {
  const ended = asFarAsRead(await post(step, step.operation.to.id))
  switch (ended.kind) {
    case 'done':
      return ended
    case 'unknown':
      return { ...ended, stage: 'creating' }
    case 'conflict':
      return takenBy(ended, step) ?? restore(await advance(step, 'restoring'), ended.failure)
    case 'unconfirmed':
      return restore(await advance(step, 'restoring'), ended.failure, { mayBeThere: true })
    case 'refused':
      return restore(await advance(step, 'restoring'), ended.failure)
    case 'stale':
    case 'cancelled':
      return restore(await advance(step, 'restoring'), null)
  }
}

/** `mayBeThere`: the new alias may have been created after the list was read last. */
const restore = async (
  step: Step,
  failure: ApiError | null,
  { mayBeThere } = { mayBeThere: false },
): Promise<Result> => {
  const ended = asFarAsRead(await post(step, step.operation.from.id))
  switch (ended.kind) {
    case 'done':
      return refused(failure, 'restored', ended.secret)
    case 'unknown':
      return { ...ended, stage: 'restoring' }
    case 'conflict':
      return takenBy(ended, step) ?? giveUp(step, ended.failure)
    case 'refused':
    case 'unconfirmed':
      return (mayBeThere && (await foundLate(step, ended.failure))) || giveUp(step, ended.failure)
    case 'stale':
    case 'cancelled':
      return giveUp(step, failure)
  }
}

// An entry that could not be read may be the alias.
const asFarAsRead = (ended: Result): Result =>
  ended.kind === 'unconfirmed' && ended.keyless > 0 ? unknown('entry', ended.failure) : ended

// Without an existing secret the key is held outside the list, which is a refusal like any other.
const takenBy = (
  { existing, failure }: Of<'conflict'>,
  { operation }: Step,
): Result | undefined => {
  const { owner, to } = operation
  if (existing === null || existing === 'unreadable') return undefined
  // It points where it is to point: the call that was given up as lost took effect after all.
  return existing.aliased_secret?.id === to.id && !isInherited(existing.scope, owner)
    ? { kind: 'done', by: 'list', secret: existing }
    : { kind: 'conflict', existing, isSame: false, failure }
}

// Trying again later is another call: the server would repeat its refusal of this one.
const giveUp = async ({ running, mark }: Step, failure: ApiError | null): Promise<Result> => {
  await running.save({ ...mark, postId: null })
  return refused(failure, 'missing')
}

const advance = async (step: Step, stage: Stage): Promise<Step> => {
  const mark = { ...step.mark, stage, postId: step.running.newId() }
  await step.running.save(mark)
  return { ...step, mark, wasSent: false }
}

const post = async (step: Step, secretId: string): Promise<Result> => {
  const { operation, running } = step
  const { alias } = step.mark
  const postId = step.mark.postId ?? running.newId()
  await running.save({ ...step.mark, postId })
  return send(
    creation,
    {
      kind: 'create',
      id: postId,
      owner: operation.owner,
      secretId,
      request: {
        key: alias.key,
        description: alias.description,
        enable_interpolation_in_file: alias.enable_interpolation_in_file,
      },
      existingBefore: [],
      // Whoever created it: it is there, and points where it is to point.
      agreedAt: 0,
    },
    partOf(step),
    { sent: step.wasSent ? step.mark : undefined },
  )
}

// What is kept of the whole says more than its parts would, and a call may be on its way: a line that looks dead proves nothing.
const partOf = (step: Step): Running => ({
  ...step.running,
  save: () => Promise.resolve(),
  isReached: () => Promise.resolve(true),
  onProgress: reportOf(step),
})

const reportOf =
  ({ running, mark }: Step) =>
  (progress: Progress) =>
    running.onProgress({ ...progress, stage: mark.stage })
