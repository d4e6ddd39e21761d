import { ApiError } from '../../qovery/errors'
import type { SecretList } from '../../qovery/schema'
import { indexSecrets } from '../../rules/secret-index'
import { lostCall as lost } from './failure-text'
import { creation } from './create'
import { deletion } from './delete'
import { edit } from './edit'
import type { Kind, Running } from './kind'
import type { Mark, Operation } from './operation'
import { attempt, poll, pollDelays } from './poll'
import { refused, stale, unknown, type Result } from './result'
import { stepsOf, type Lost } from './steps'

const kinds = { create: creation, edit, delete: deletion() }

/** An operation that is a single call. */
export type Single = Exclude<Operation, { kind: 'repoint' }>

/** Sends an operation once, and finds out what became of it, whatever the answer was. */
export const runSingle = (
  operation: Single,
  running: Running,
  again: Before = {},
): Promise<Result> => withKind(operation, (kind, of) => send(kind, of, running, again))

/** Finds out what became of an operation that was cut off, or whose answer was lost. Sends nothing. */
export const confirmSingle = (operation: Single, mark: Mark, running: Running): Promise<Result> =>
  withKind(operation, (kind, of) => confirm(kind, of, { mark, failure: lost }, running))

const withKind = <Answer>(
  operation: Single,
  act: <Kinded extends Single>(kind: Kind<Kinded>, of: Kinded) => Answer,
): Answer => {
  // One kind at a time: each is made for its own operations.
  switch (operation.kind) {
    case 'create':
      return act(kinds.create, operation)
    case 'edit':
      return act(kinds.edit, operation)
    case 'delete':
      return act(kinds.delete, operation)
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
  const steps = stepsOf(kind, operation)
  const list = () => client.listSecrets(operation.owner)
  let before = known
  if (kind.judge !== undefined) {
    onProgress({ kind: 'sending' })
    const read = known ?? (await attempt(list))
    if (read instanceof ApiError)
      return sent === undefined ? stale('unread', { failure: read }) : unknown('list', lost)
    const why = steps.judge(read, sent)
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
    const meaning = steps.readAnswer(await steps.send(client, before), clock.now())
    if (meaning.kind === 'ended') return meaning.result
    const { failure } = meaning
    if (meaning.kind === 'lost') return confirm(kind, operation, { mark, failure }, running)
    if (meaning.kind === 'conflict') {
      onProgress({ kind: 'confirming', attempt: 1, attempts: 1, failure })
      const read = await attempt(list)
      return steps.conflict(read instanceof ApiError ? undefined : read, failure)
    }
    const { retryIn } = meaning
    if (retryIn === undefined || retries >= kind.retries) return notDone(failure)
    onProgress({ kind: 'waiting', until: clock.now() + retryIn, failure })
    await clock.sleep(retryIn, cancel)
    if (!cancel.aborted) continue
    // That this call is not sent again says nothing of an earlier one, which may have been heard.
    return sent === undefined
      ? { kind: 'cancelled' }
      : confirm(kind, operation, { mark, failure }, running)
  }
}

const confirm = async <Kinded extends Operation>(
  kind: Kind<Kinded>,
  operation: Kinded,
  was: Lost,
  { client, clock, onProgress }: Running,
): Promise<Result> => {
  const attempts = pollDelays.length
  const { find, lastWord } = stepsOf(kind, operation)
  const { failure } = was
  const polled = await poll(
    {
      list: () => client.listSecrets(operation.owner),
      clock,
      onLook: (count) => onProgress({ kind: 'confirming', attempt: count, attempts, failure }),
    },
    (list) => {
      const found = find(list, was)
      return typeof found === 'object' ? found : undefined
    },
  )
  if (polled.kind === 'found') return polled.found
  return lastWord(polled.kind === 'unread' ? undefined : polled.last, was)
}
