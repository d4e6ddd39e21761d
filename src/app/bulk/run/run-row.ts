import { retryIn } from '../../operations/classify'
import type { Running as OperationRunning } from '../../operations/kind'
import { runRepoint } from '../../operations/repoint'
import type { Result } from '../../operations/result'
import { runSingle } from '../../operations/run'
import { failureOf } from './row-steps'
import type { JobRow } from './job'
import type { Running } from './running'

/**
 * Runs a row that has its operation whole, as that would run by itself: judged by a list that is read right before, sent
 * once, confirmed by the list. How far it gets is in the journal before anything is sent.
 */
export const runRow = async (running: Running, row: JobRow): Promise<Result> => {
  const { client, clock, control, save } = running
  const { operation, mark: sent } = row
  if (operation === undefined) throw new Error('This row has no operation of its own.')
  const whole: OperationRunning = {
    client,
    clock,
    cancel: control.cancelSignal,
    newId: () => crypto.randomUUID(),
    // Where nobody answers, the call says so.
    isReached: () => Promise.resolve(true),
    save: async (mark) => {
      row.mark = mark
      await save([row])
    },
    onProgress: (progress) => {
      if (progress.kind === 'waiting') control.waitFor('busy', progress.until - clock.now())
    },
  }
  const result =
    operation.kind === 'repoint'
      ? await runRepoint(operation, whole, sent)
      : await runSingle(operation, whole, { sent })
  // A sure no: nothing of it is on its way.
  if (result.kind === 'refused' && result.left !== 'missing') delete row.mark
  return result
}

/** What keeps a row from its turn: it is as it was before, and is sent again. */
type HeldUp = { kind: 'token' | 'offline' } | { kind: 'busy'; milliseconds: number | undefined }

/** Why an operation that did not happen may yet do so without anybody's help; undefined where it has ended. */
export const heldUp = (result: Result, now: number): HeldUp | undefined => {
  const isUnread = result.kind === 'stale' && result.why === 'unread'
  const failure = failureOf(result)
  if (failure === null || (result.kind !== 'refused' && !isUnread)) return undefined
  // It came back under another id: what would be sent again is about one that is gone.
  if (result.kind === 'refused' && result.left === 'restored') return undefined
  const { status } = failure
  if (status === 401) return { kind: 'token' }
  if (status === 429 || status === 503) return { kind: 'busy', milliseconds: retryIn(failure, now) }
  const isUnanswered = status === undefined || status >= 500
  return isUnanswered && (isUnread || !failure.sent) ? { kind: 'offline' } : undefined
}
