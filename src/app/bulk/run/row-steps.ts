import { scopeOf, type Owner } from '../../../qovery/owner'
import type { Secret, SecretList } from '../../../qovery/schema'
import { indexSecrets } from '../../../rules/secret-index'
import { classify } from '../../operations/classify'
import { creationOfMany } from '../../operations/create'
import { undoing } from '../../operations/delete'
import { lostCall } from '../../operations/failure-text'
import type { CreateOperation, DeleteOperation, Operation } from '../../operations/operation'
import { isAsWanted, isOpen, unknown, type Result } from '../../operations/result'
import { findById } from '../../operations/same-secret'
import { stepsOf, type Lost } from '../../operations/steps'
import { ownerOf, type Job, type JobRow } from './job'

/** The operation that a row is, as one that is sent by itself would be. */
export const operationOf = (job: Pick<Job, 'projectId'>, row: JobRow): Operation =>
  row.operation ?? madeOperation(job, row)

/** The operation of a row that has no more than it takes to make it. */
export const madeOperation = (job: Pick<Job, 'projectId'>, row: JobRow) => {
  const owner = ownerOf(job, row)
  const { key, description, interpolation, secretId, operationId, sentAt } = row
  const request = { key, description, enable_interpolation_in_file: interpolation }
  const shared = { id: operationId, owner, agreedAt: sentAt ?? 0 }
  const creation: CreateOperation = {
    ...shared,
    kind: 'create',
    secretId: secretId ?? '',
    request,
    // It is sent only where a list showed its key to be free: what is there is told from its own by its age.
    existingBefore: [],
  }
  if (row.kind === 'create') return creation
  const deletion: DeleteOperation = {
    ...shared,
    kind: 'delete',
    seen: aliasOf(row, owner),
    dependents: [],
    unreadDependents: 0,
    undoes: request,
  }
  return deletion
}

/** A row's alias as the job made it, as far as that tells it from what somebody made of it since. */
const aliasOf = (row: JobRow, owner: Owner): Secret => ({
  id: row.aliasId ?? '',
  created_at: null,
  updated_at: row.stamp,
  key: row.key,
  overridden_secret: null,
  aliased_secret: {
    id: row.secretId ?? '',
    key: row.sourceKey ?? '',
    mount_path: null,
    scope: null,
    variable_type: null,
    description: null,
    enable_interpolation_in_file: null,
  },
  scope: scopeOf(owner),
  variable_type: 'ALIAS',
  service_id: null,
  service_name: null,
  service_type: null,
  owned_by: null,
  description: row.description,
  enable_interpolation_in_file: row.interpolation,
})

/** The steps of a row, which are those of an operation by itself. */
export const stepsOfRow = (job: Pick<Job, 'projectId'>, row: JobRow) => {
  const operation = madeOperation(job, row)
  return operation.kind === 'create'
    ? stepsOf(creationOfMany, operation)
    : stepsOf(undoing, operation)
}

/** What was kept of a row before its call, and why that call's answer says nothing. */
const lostOf = ({ idless = 0, result }: JobRow): Lost => ({
  mark: { idless },
  failure: failureOf(result) ?? lostCall,
})

/** Why a call of a row was refused, or said nothing for certain. */
export const failureOf = (result: Result | null) =>
  result !== null && 'failure' in result ? result.failure : null

/** Whether the answer to a row that is open says that somebody has its key. */
const saysTaken = ({ result }: JobRow) =>
  result?.kind === 'unknown' && [400, 409].includes(result.failure?.status ?? 0)

/** How a row changes when something became of it. */
export type Change = Partial<JobRow> & Pick<JobRow, 'state'>

/** The end of a row: what was made is known by its id, since a hundred thousand answers would be too much to keep. */
export const ended = (row: JobRow, result: Result): Change => {
  // What was changed is kept whole: its undo is about what it is now.
  if (row.kind === 'delete' || row.operation !== undefined) return { state: 'ended', result }
  if (result.kind === 'done' && result.secret !== null) {
    const { id, updated_at: stamp, key } = result.secret
    const secret = key === row.key ? null : result.secret
    return { state: 'ended', result: { ...result, secret }, aliasId: id, stamp }
  }
  const existing = result.kind === 'conflict' ? result.existing : null
  if (result.kind === 'conflict' && result.isSame && existing !== null && existing !== 'unreadable')
    return { state: 'ended', result: { ...result, existing: null }, aliasId: existing.id }
  return { state: 'ended', result }
}

/** What a list says of a row that waits, before it is sent. */
export const judged = (job: Job, row: JobRow, list: SecretList): Change => {
  const { idless } = indexSecrets(list)
  const sent = row.sentAt === undefined ? undefined : lostOf(row).mark
  const result = stepsOfRow(job, row).judge(list, sent)
  if (result !== undefined) return ended(row, result)
  return idless > 0 ? { state: 'waiting', idless } : { state: 'waiting' }
}

/** How often a row is sent at most, each time after the list has shown for 15 s that it is not there. */
const mostTries = 3

/** What a list says of a row that is open; undefined: nothing for certain so far. */
export const confirmed = (job: Job, row: JobRow, list: SecretList): Change | undefined => {
  const steps = stepsOfRow(job, row)
  const lost = lostOf(row)
  const found = saysTaken(row) ? steps.conflict(list, lost.failure) : steps.find(list, lost)
  if (typeof found !== 'object') return undefined
  const end = ended(row, found)
  if (job.task !== 'undo' || row.kind !== 'create' || found.kind !== 'done') return end
  // An undo deletes what it finds to have been created after all.
  const created = toDelete({ ...row, ...end })
  return { ...created, ...judged(job, created, list) }
}

/** What becomes of a row that no look at the list has told about: it is sent again, or has ended. */
export const afterLooks = (job: Job, row: JobRow, list: SecretList): Change => {
  const result = lastWord(job, row, list)
  const isRefused = row.result?.kind === 'unconfirmed'
  // An undo creates nothing.
  const isOver = row.kind === 'create' && job.task === 'undo'
  return result.kind !== 'unconfirmed' || isRefused || isOver || row.tries >= mostTries
    ? ended(row, result)
    : judged(job, row, list)
}

/**
 * The end of a row that is under way, by the last list; undefined where that could not be read.
 * @param why why it is not sent where nothing of it ever was
 */
export const conclusion = (
  job: Job,
  row: JobRow,
  { list, why }: { list: SecretList | undefined; why: Result },
): Change => {
  if (row.operation !== undefined) {
    const isKnown = row.result !== null && isOpen(row.result)
    const lost = row.mark === undefined ? why : unknown('list', lostCall)
    return ended(row, isKnown && row.result !== null ? row.result : lost)
  }
  // What was sent, and to what nobody said no, is not undone by not sending it again.
  const isSent = row.state !== 'waiting' || row.sentAt !== undefined
  return ended(row, isSent ? lastWord(job, row, list) : why)
}

const lastWord = (job: Job, row: JobRow, list: SecretList | undefined): Result => {
  const steps = stepsOfRow(job, row)
  const lost = lostOf(row)
  if (saysTaken(row)) return steps.conflict(list, lost.failure)
  const result = steps.lastWord(list, lost)
  const because = row.result?.kind === 'unconfirmed' ? row.result.because : null
  return result.kind === 'unconfirmed' ? { ...result, because } : result
}

/** What a list shows of a row that has ended: others may have made or deleted it since, and lost calls take effect late. */
export const reviewed = (job: Job, row: JobRow, list: SecretList): Partial<JobRow> => {
  const { state, kind, result, aliasId } = row
  if (row.operation !== undefined || state !== 'ended' || result === null) return {}
  if (kind === 'create' && isThere(result)) return aliasId === null ? {} : listed(row, list)
  if (isAsWanted(result, { kind })) return {}
  if (isOpen(result)) return ended(row, lastWord(job, row, list))
  const now = stepsOfRow(job, row).judge(list)
  const isSame = kind === 'create' && now?.kind === 'conflict' && now.isSame
  const isGone = kind === 'delete' && now?.kind === 'stale' && now.why === 'gone'
  if (now !== undefined && (isSame || isGone)) return ended(row, now)
  return wasInItsWay(result, list) ? ended(row, lastWord(job, row, list)) : {}
}

/** Whether an answer was lost, and what had the key instead is gone: the call may have taken effect after that. */
const wasInItsWay = (result: Result, { results }: SecretList) => {
  if (result.kind !== 'conflict' || result.failure === null) return false
  const { existing, failure } = result
  return (
    existing !== null &&
    existing !== 'unreadable' &&
    !results.some(({ id }) => id === existing.id) &&
    classify(failure) === 'lost'
  )
}

/** What is kept of a row that was made, and that no list was read to show. */
export const unlooked = ({ kind, state, result, aliasId, unlisted }: JobRow): Partial<JobRow> =>
  kind === 'create' && state === 'ended' && isThere(result) && aliasId !== null
    ? { unlisted: unlisted ?? 'unread' }
    : {}

const isThere = (result: Result | null) =>
  result?.kind === 'done' || (result?.kind === 'conflict' && result.isSame)

const listed = ({ key, aliasId, idless }: JobRow, list: SecretList): Partial<JobRow> => {
  const found = findById(aliasId ?? '', list, idless)
  if (found === undefined)
    return { unlisted: indexSecrets(list).unreadableKeys.has(key) ? 'unreadable' : 'missing' }
  return found === 'unreadable'
    ? { unlisted: found }
    : { unlisted: undefined, stamp: found.updated_at }
}

/** Readies what was created to be deleted. */
export const toDelete = (row: JobRow): JobRow => ({
  ...row,
  kind: 'delete',
  state: 'waiting',
  result: null,
  tries: 0,
  // What it was sent for was its creation.
  sentAt: undefined,
  idless: undefined,
})
