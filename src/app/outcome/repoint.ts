import type { Client } from '../../qovery/client'
import { ApiError } from '../../qovery/errors'
import { isWhole, type Secret, type SecretList } from '../../qovery/schema'
import { indexSecrets } from '../../qovery/secret-index'
import { deleteSecret, type Deletion } from './delete-secret'
import type { Clock, Outcome, Progress } from './outcome'
import { attempt } from './read-until'
import type { RepointPlan } from './repoint-plan'
import { findById, isUnchanged, sameId } from './same-secret'
import { submitAlias } from './submit-alias'

/**
 * How a re-pointing ended.
 * repointed: done · untouched: the old alias is still there, and why · kept: it is still there so far, but a DELETE whose
 * answer was lost may yet take effect · restored: the new one was refused, and the old one is back under another id ·
 * taken: between the steps somebody gave the key to something else · missing: the old alias is gone and cannot be made
 * again for now · unknown: an answer was lost, and the list or the entry of it in question cannot be read.
 */
export type Repointing =
  | { kind: 'repointed'; secret: Secret }
  | { kind: 'untouched' | 'kept'; why: Why }
  | { kind: 'restored'; secret: Secret; error: ApiError | undefined }
  | { kind: 'taken'; holder: Secret }
  | { kind: 'missing'; error: ApiError | undefined }
  | { kind: 'unknown'; stage: RepointPlan['stage']; why: 'list' | 'entry' }

/** Why an old alias was not deleted. unreadable target: an entry of the list that cannot be read may be the new target. */
export type Why =
  | Exclude<Deletion, { kind: 'deleted' | 'unknown' }>
  | 'no-target'
  | 'unreadable-target'

/** Whether there is something left to go on with, so that the plan is still needed. */
export const isLeft = ({ kind }: Repointing): boolean =>
  kind === 'kept' || kind === 'missing' || kind === 'unknown'

/** The stage that is under way, and what it waits for. */
export interface RepointProgress {
  stage: RepointPlan['stage']
  waits: Progress | { kind: 'looking'; attempt: number }
}

export interface RepointRun {
  plan: RepointPlan
  client: Pick<Client, 'createSecretAlias' | 'deleteSecret' | 'listProjectSecrets'>
  clock: Clock
  newId: () => string
  /** Keeps how far it got, before each step is taken. */
  save: (plan: RepointPlan) => void
  onProgress: (progress: RepointProgress) => void
}

/**
 * Points an alias at another secret: deletes it, makes it again, and brings the old one back where that fails. Qovery has
 * no call for it, so it cannot be atomic. A saved plan goes on where it was cut off.
 */
export const repoint = async (run: RepointRun): Promise<Repointing> => {
  const { plan } = run
  switch (plan.stage) {
    case 'deleting':
      return startByDeleting(run)
    case 'creating':
      return create(run)
    case 'restoring':
      return restore(run, undefined)
  }
}

const startByDeleting = async (run: RepointRun): Promise<Repointing> => {
  const { plan, client, save, onProgress } = run
  onProgress({ stage: 'deleting', waits: { kind: 'sending' } })
  const isResumed = plan.submissionId !== null
  const list = await attempt(() => client.listProjectSecrets(plan.projectId))
  if (list instanceof ApiError) {
    // An earlier run may have deleted it: while nothing can be read, nothing is certain.
    if (isResumed) return { kind: 'unknown', stage: 'deleting', why: 'list' }
    return { kind: 'untouched', why: { kind: 'unread', error: list } }
  }
  const { idless } = indexSecrets(list)
  const now = findById(plan.alias.id, list, plan.idless ?? 0)
  // What is made again must be all of what goes.
  if (now === 'unreadable' || (now !== undefined && !isWhole(now)))
    return notDeleted(isResumed, { kind: 'unreadable' })
  // Deleted by an earlier run, it has to come back, whatever became of its new target.
  const hasToComeBack = isResumed && now === undefined
  const target = findById(plan.to.id, list)
  if (!hasToComeBack && typeof target !== 'object')
    return notDeleted(isResumed, target === undefined ? 'no-target' : 'unreadable-target')
  const begun: RepointPlan = {
    ...plan,
    // Made again as it is now: somebody may have described it anew since it was shown.
    alias: now !== undefined && isUnchanged(plan.alias, now) ? now : plan.alias,
    // Marks that the DELETE may have been sent: then a missing alias is our own doing.
    submissionId: plan.submissionId ?? run.newId(),
    idless: now === undefined ? (plan.idless ?? 0) : idless,
  }
  save(begun)
  const deletion = await deleteAsRead({ ...run, plan: begun }, list)
  if (deletion.kind === 'unknown') return { kind: 'unknown', stage: 'deleting', why: deletion.why }
  // Gone between the list and the DELETE: browsers send one twice, and the second finds nothing.
  const isGoneByUs = deletion.kind === 'gone' && (isResumed || deletion.evidence === 'answer')
  if (deletion.kind !== 'deleted' && !isGoneByUs)
    return notDeleted(isResumed || deletion.kind === 'kept', deletion)
  return create(advance({ ...run, plan: begun }, 'creating'))
}

// A lost DELETE may take effect later than anybody waits for it.
const notDeleted = (wasOneLost: boolean, why: Why): Repointing => ({
  kind: wasOneLost ? 'kept' : 'untouched',
  why,
})

// Judged by the very list that the plan's alias is from: nothing is lost that was written before it.
const deleteAsRead = ({ plan, client, clock, onProgress }: RepointRun, list: SecretList) => {
  const read = [list]
  return deleteSecret({
    projectId: plan.projectId,
    seen: plan.alias,
    along: [],
    unreadAlong: 0,
    others: plan.idless ?? 0,
    client: {
      deleteSecret: client.deleteSecret,
      listProjectSecrets: async (projectId) => read.pop() ?? client.listProjectSecrets(projectId),
    },
    clock,
    onLook: (count) =>
      onProgress({ stage: 'deleting', waits: { kind: 'looking', attempt: count } }),
  })
}

const create = async (run: RepointRun): Promise<Repointing> => {
  const outcome = await submit(run, run.plan.to.id)
  switch (outcome.kind) {
    case 'created':
    case 'existed':
      return { kind: 'repointed', secret: outcome.secret }
    case 'unknown':
      return { kind: 'unknown', stage: 'creating', why: outcome.why }
    case 'taken':
      return takenBy(outcome.holder, run) ?? restore(advance(run, 'restoring'), outcome.error)
    case 'refused':
    case 'absent':
      return restore(advance(run, 'restoring'), outcome.error)
    case 'cancelled':
      return restore(advance(run, 'restoring'), undefined)
  }
}

const restore = async (run: RepointRun, error: ApiError | undefined): Promise<Repointing> => {
  const outcome = await submit(run, run.plan.from.id)
  switch (outcome.kind) {
    case 'created':
    case 'existed':
      return { kind: 'restored', secret: outcome.secret, error }
    case 'unknown':
      return { kind: 'unknown', stage: 'restoring', why: outcome.why }
    case 'taken':
      return takenBy(outcome.holder, run) ?? giveUp(run, outcome.error)
    case 'refused':
    case 'absent':
      return giveUp(run, outcome.error)
    case 'cancelled':
      return giveUp(run, error)
  }
}

// Without a holder the key is held outside the project's list, which is a refusal like any other.
const takenBy = (holder: Secret | undefined, { plan }: RepointRun): Repointing | undefined => {
  if (holder === undefined) return undefined
  // The POST for the new target was given up as lost, and took effect after all.
  const isOurs = sameId(holder.aliased_secret?.id, plan.to.id)
  return isOurs ? { kind: 'repointed', secret: holder } : { kind: 'taken', holder }
}

// Trying again later is a new submission: the server would repeat its refusal of this one.
const giveUp = ({ plan, save }: RepointRun, error: ApiError | undefined): Repointing => {
  save({ ...plan, submissionId: null })
  return { kind: 'missing', error }
}

const advance = (run: RepointRun, stage: RepointPlan['stage']): RepointRun => {
  const plan = { ...run.plan, stage, submissionId: run.newId() }
  run.save(plan)
  return { ...run, plan }
}

const submit = (run: RepointRun, secretId: string): Promise<Outcome> => {
  const { client, clock, onProgress } = run
  const plan = { ...run.plan, submissionId: run.plan.submissionId ?? run.newId() }
  run.save(plan)
  const { alias, projectId, submissionId, stage } = plan
  return submitAlias({
    submission: {
      id: submissionId,
      projectId,
      secretId,
      request: {
        key: alias.key,
        description: alias.description ?? null,
        enable_interpolation_in_file: alias.enable_interpolation_in_file ?? null,
      },
      holdersBefore: [],
      // Whoever made it: it is there, and points where it is to point.
      sentAt: 0,
    },
    client,
    clock,
    cancel: new AbortController().signal,
    onProgress: (waits) => onProgress({ stage, waits }),
  })
}
