import { ApiError } from '../../../qovery/errors'
import { refused, unknown } from '../../operations/result'
import { ownerOf, type JobRow } from './job'
import { unnamedWait } from './look'
import { ended, failureOf, stepsOfRow, type Change } from './row-steps'
import { heldUp, runRow } from './run-row'
import type { Running } from './running'
import { isTokenRefused } from './token-refusal'

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
  const { job, rows, client, save, clock, control, onChange, onAnswer } = running
  const queue = rows.filter(({ state }) => state === 'waiting')
  let next = 0
  let unanswered = 0

  /** What a refusal makes of a row; a row that waits again is sent later, in its turn. */
  const afterRefusal = async (
    row: JobRow,
    { failure, retryIn }: { failure: ApiError; retryIn: number | undefined },
    { epoch, sentBefore }: Sending,
  ): Promise<Change> => {
    const { status } = failure
    // A sure no is one to this call: an earlier one may have been heard all the same.
    row.sentAt = sentBefore
    const isBusy = status === 429 || status === 503
    if (isBusy) control.waitFor('busy', retryIn ?? unnamedWait)
    const holdsAll = status === 401 && (await isTokenRefused(running, ownerOf(job, row)))
    if (holdsAll) control.refuseToken(epoch)
    if (isBusy || holdsAll || isUnreachable(failure)) return { state: 'waiting' }
    if (sentBefore === undefined) return ended(row, refused(failure))
    // The list tells of the earlier one.
    return {
      state: 'open',
      result: { kind: 'unconfirmed', failure, keyless: 0, because: refused(failure) },
    }
  }

  const send = async (row: JobRow, sending: Sending): Promise<Change> => {
    const steps = stepsOfRow(job, row)
    const answer = await steps.send(client)
    const isLost =
      answer instanceof ApiError && (answer.status === undefined || isUnreachable(answer))
    unanswered = isLost ? unanswered + 1 : 0
    if (!isLost) onAnswer()
    const meaning = steps.readAnswer(answer, clock.now())
    switch (meaning.kind) {
      case 'ended':
        return ended(row, meaning.result)
      case 'lost':
      case 'conflict':
        return { state: 'open', result: unknown('list', meaning.failure) }
      case 'refused':
        return afterRefusal(row, meaning, sending)
    }
  }

  /** The same for what is an operation of its own, which finds out by itself what came of it. */
  const sendWhole = async (row: JobRow, epoch: number): Promise<Change> => {
    const result = await runRow(running, row)
    const failure = failureOf(result)
    const wait = heldUp(result, clock.now())
    // A list that cannot be read leaves the row as it was: without a pause it would be asked for again at once, for ever.
    const isLost =
      wait?.kind === 'offline' ||
      (failure !== null && (failure.status === undefined || isUnreachable(failure)))
    unanswered = isLost ? unanswered + 1 : 0
    if (!isLost) onAnswer()
    if (wait === undefined) return ended(row, result)
    if (wait.kind === 'token') {
      if (!(await isTokenRefused(running, ownerOf(job, row)))) return ended(row, result)
      control.refuseToken(epoch)
    }
    if (wait.kind === 'busy') control.waitFor('busy', wait.milliseconds ?? unnamedWait)
    // It is said should nothing follow.
    return { state: 'waiting', result }
  }

  // Where one of them cannot go on, none begins anything more: nobody would know of it.
  let broken: { cause: unknown } | undefined
  const work = async () => {
    try {
      await sendAll()
    } catch (cause) {
      broken ??= { cause }
      control.wake()
    }
  }
  const sendAll = async () => {
    // An end is written together with the next beginning. What a crash takes is a row that seems to be under way, and
    // that the list will tell of.
    let unsaved: JobRow[] = []
    const saveWith = async (more: JobRow[]) => {
      const together = [...unsaved, ...more]
      unsaved = []
      if (together.length > 0) await save(together)
    }
    for (;;) {
      if (control.hold() !== undefined) await saveWith([])
      await control.ready(() => broken !== undefined)
      const row = queue[next]
      const stops =
        broken !== undefined || control.cancelled || unanswered >= deadLine || clock.now() > until
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
      const change = await (row.operation === undefined
        ? send(row, { epoch, sentBefore })
        : sendWhole(row, epoch))
      Object.assign(row, change)
      if (change.state === 'waiting') queue.push(row)
      unsaved.push(row)
      onChange()
    }
  }
  await Promise.all(Array.from({ length: mostAtOnce }, work))
  if (broken !== undefined) throw broken.cause
  return unanswered >= deadLine
}

// Nothing was sent then, as the console's own server says.
const isUnreachable = ({ sent, status }: ApiError) => !sent && (status ?? 500) >= 500
