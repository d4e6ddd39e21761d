import { ApiError } from '../../qovery/errors'
import type { SecretList } from '../../qovery/schema'
import { indexSecrets } from '../../qovery/secret-index'
import { classify } from './classify'
import { lostCall as lost } from './failure-text'
import { creation } from './create'
import { deletion } from './delete'
import { edit } from './edit'
import type { Kind, Running } from './kind'
import type { Mark, Operation } from './operation'
import { attempt, poll, pollDelays } from './poll'
import { refused, stale, unknown, type Result } from './result'

const kinds = { create: creation, edit, delete: deletion() }

/** An operation that is a single call. */
export type Single = Exclude<Operation, { kind: 'repoint' }>

/**
 * Sends an operation once, and finds out what became of it, whatever the answer was.
 */
export const runSingle = (
  operation: Single,
  running: Running,
  again: Before = {},
): Promise<Result> => {
  // One kind at a time: each is made for its own operations.
  switch (operation.kind) {
    case 'create':
      return send(kinds.create, operation, running, again)
    case 'edit':
      return send(kinds.edit, operation, running, again)
    case 'delete':
      return send(kinds.delete, operation, running, again)
  }
}

/** Finds out what became of an operation that was cut off, or whose answer was lost. Sends nothing. */
export const confirmSingle = (operation: Single, mark: Mark, running: Running): Promise<Result> => {
  switch (operation.kind) {
    case 'create':
      return confirm(kinds.create, operation, { mark, failure: lost }, running)
    case 'edit':
      return confirm(kinds.edit, operation, { mark, failure: lost }, running)
    case 'delete':
      return confirm(kinds.delete, operation, { mark, failure: lost }, running)
  }
}

/** What was before. */
export interface Before {
  /** A list that was read just now. */
  known?: SecretList
  /** What was kept when the same was sent before, and its answer lost: it may have taken effect since, or yet do so. */
  sent?: Mark | undefined
}

/** Judges by the list, sends, and finds out what became of it. */
export const send = async <Kinded extends Operation>(
  kind: Kind<Kinded>,
  operation: Kinded,
  running: Running,
  { known, sent }: Before = {},
): Promise<Result> => {
  const { client, clock, cancel, save, onProgress, isReached } = running
  const list = () => client.listSecrets(operation.owner)
  let before = known
  if (kind.judge !== undefined) {
    onProgress({ kind: 'sending' })
    const read = known ?? (await attempt(list))
    if (read instanceof ApiError)
      return sent === undefined ? stale('unread', { failure: read }) : unknown('list', lost)
    const found = sent && kind.find(operation, read, sent, lost)
    if (found !== undefined && found !== 'not shown')
      return found === 'unreadable' ? unknown('entry', lost) : found
    const why = kind.judge(operation, read)
    // What was sent before may have happened, before it became another one.
    if (sent !== undefined && why?.kind === 'stale')
      return { kind: 'unconfirmed', failure: lost, keyless: 0, because: why }
    if (why !== undefined) return why
    before = read
  }
  // What had no id before is something else.
  const mark: Mark = { idless: before === undefined ? 0 : indexSecrets(before).idless }
  const notDone = async (failure: ApiError): Promise<Result> => {
    const because = refused(failure)
    if (sent === undefined) return because
    // A refusal says nothing of an earlier call that may have been heard.
    const found = await confirm(kind, operation, { mark, failure }, running)
    return found.kind === 'unconfirmed' ? { ...found, because } : found
  }
  if (kind.judge === undefined && !(await isReached(operation.owner)))
    return notDone(new ApiError({ kind: 'network', sent: false }))
  await save(mark)
  for (let retries = 0; ; retries += 1) {
    onProgress({ kind: 'sending' })
    // One at a time: a second call may only follow when the first certainly did nothing.
    const answer = await attempt(() => kind.send(operation, client, before))
    if (!(answer instanceof ApiError)) return { kind: 'done', by: 'answer', secret: answer }
    const failure = answer
    const isNotFound = failure.sent && failure.kind === 'http' && failure.status === 404
    if (isNotFound && kind.notFound !== undefined) return kind.notFound
    const verdict = classify(failure, clock.now())
    if (verdict.kind === 'unknown') return confirm(kind, operation, { mark, failure }, running)
    if (verdict.kind === 'conflict' && kind.conflict !== undefined) {
      onProgress({ kind: 'confirming', attempt: 1, attempts: 1, failure })
      const read = await attempt(list)
      return kind.conflict(operation, read instanceof ApiError ? undefined : read, failure)
    }
    const retryIn = verdict.kind === 'not-created' ? verdict.retryIn : undefined
    if (retryIn === undefined || retries >= kind.retries) return notDone(failure)
    onProgress({ kind: 'waiting', until: clock.now() + retryIn, failure })
    await clock.sleep(retryIn, cancel)
    if (cancel.aborted) return { kind: 'cancelled' }
  }
}

const confirm = async <Kinded extends Operation>(
  kind: Kind<Kinded>,
  operation: Kinded,
  { mark, failure }: { mark: Mark; failure: ApiError },
  { client, clock, onProgress }: Running,
): Promise<Result> => {
  const attempts = pollDelays.length
  const findIn = (list: SecretList) => kind.find(operation, list, mark, failure)
  const polled = await poll(
    {
      list: () => client.listSecrets(operation.owner),
      clock,
      onLook: (count) => onProgress({ kind: 'confirming', attempt: count, attempts, failure }),
    },
    (list) => {
      const found = findIn(list)
      return typeof found === 'object' ? found : undefined
    },
  )
  if (polled.kind === 'found') return polled.found
  if (polled.kind === 'unread') return unknown('list', failure)
  if (findIn(polled.last) === 'unreadable') return unknown('entry', failure)
  const { keyless } = indexSecrets(polled.last)
  return { kind: 'unconfirmed', failure, keyless, because: null }
}
