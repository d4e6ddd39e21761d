import { ApiError } from '../../../qovery/errors'
import { classify } from '../../operations/classify'
import { attempt } from '../../operations/poll'
import type { JobRow } from './job'
import { unnamedWait } from './look'
import type { Running } from './running'
import type { Ending } from './task'

/** Calls under way at the same time. */
const mostAtOnce = 4
/** As many calls without an answer in a row say that the line is dead, not that each of them had bad luck. */
const deadLine = 4

/** What was so when a row was sent: the control's epoch, and the row's own `sentAt`. */
interface Sending {
  epoch: number
  sentBefore: JobRow['sentAt']
}

/**
 * Sends until nothing waits, or until a time in epoch milliseconds after which the list must be read anew.
 * @returns true where it stopped because nobody answers any more
 */
export const drain = async (running: Running, until: number): Promise<boolean> => {
  const { rows, task, save, clock, control, onChange } = running
  const queue = rows.filter(({ state }) => state === 'waiting')
  let next = 0
  let unanswered = 0

  /** What a refusal makes of a row; a row that waits again is sent later, in its turn. */
  const afterFailure = (row: JobRow, error: ApiError, { epoch, sentBefore }: Sending): Ending => {
    const { status, sent } = error
    const verdict = classify(error, clock.now())
    const unreachable = !sent && (status ?? 500) >= 500
    unanswered = status === undefined || unreachable ? unanswered + 1 : 0
    if (verdict.kind === 'unknown') return { state: 'unknown' }
    if (verdict.kind === 'conflict') return { state: 'claimed' }
    // A sure no is one to this call: an earlier one may have been heard all the same.
    row.sentAt = sentBefore
    const busy = status === 429 || status === 503
    if (busy) control.waitFor('busy', verdict.retryIn ?? unnamedWait)
    if (status === 401) control.refuseToken(epoch)
    return busy || status === 401 || unreachable ? { state: 'waiting' } : task.refused(row, error)
  }

  const work = async () => {
    // An end is written together with the next beginning. What a crash takes is a row that seems to be under way, and
    // that the list will settle.
    let unsaved: JobRow[] = []
    const saveWith = async (more: JobRow[]) => {
      const together = [...unsaved, ...more]
      unsaved = []
      if (together.length > 0) await save(together)
    }
    for (;;) {
      if (control.hold() !== undefined) await saveWith([])
      await control.ready()
      const row = queue[next]
      const stops = control.cancelled || unanswered >= deadLine || clock.now() > until
      if (row === undefined || stops) return saveWith([])
      next += 1
      const { epoch } = control
      row.state = 'sending'
      row.tries += 1
      const sentBefore = row.sentAt
      row.sentAt ??= clock.now()
      onChange()
      // Written before it is sent: after a crash the list is asked about it, instead of sending blindly.
      await saveWith([row])
      const answer = await attempt(() => task.call(row))
      if (!(answer instanceof ApiError)) unanswered = 0
      const ending =
        answer instanceof ApiError
          ? afterFailure(row, answer, { epoch, sentBefore })
          : task.done(row, answer)
      Object.assign(row, ending)
      if (ending.state === 'waiting') queue.push(row)
      unsaved.push(row)
      onChange()
    }
  }
  await Promise.all(Array.from({ length: mostAtOnce }, work))
  return unanswered >= deadLine
}
