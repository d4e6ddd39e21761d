import { ApiError } from '../../../qovery/errors'
import type { Secret } from '../../../qovery/schema'
import { classify } from '../../outcome/classify'
import type { Clock } from '../../outcome/outcome'
import type { Control } from './control'
import { isUnderWay, type JobRow } from './job'
import { createLook, unnamedWait } from './look'
import { refreshRows } from './refresh-rows'
import { settleRows } from './settle-rows'
import { indexList, type Ending, type Task } from './task'

/** Calls under way at the same time. */
const mostAtOnce = 4
/** Milliseconds after which a list says too little of what others did to send or delete anything by it. */
const listLifetime = 5 * 60_000

export interface Running {
  /** Every row of the job. They are changed in place; `onChange` is called after each change. */
  rows: readonly JobRow[]
  task: Task
  /** When the list was read that what waits was held against, in epoch milliseconds; 0 where that was in another run. */
  listedAt: number
  list: () => Promise<Secret[]>
  /** Resolves when the rows are safe from a crash. */
  save: (rows: readonly JobRow[]) => Promise<void>
  clock: Clock
  control: Control
  onChange: () => void
  /** The list is being read, or not any more. */
  onCheck: (checking: boolean) => void
}

/**
 * Runs a job to its end, however often it is held up: at most four calls at a time, each row under its own idempotency
 * key. A lost answer is settled by the list, together with all others of its round; only what the list does not show
 * is sent again. That is safe beyond the key: a project takes a name once.
 */
export const runJob = async (running: Running): Promise<void> => {
  const { rows, clock, control, onCheck } = running
  const end = async (ends: readonly (readonly [JobRow, Ending])[]) => {
    for (const [row, ending] of ends) Object.assign(row, ending)
    await running.save(ends.map(([row]) => row))
    running.onChange()
  }
  const settling = { ...running, look: createLook(running), end }
  const waits = () => rows.some(({ state }) => state === 'waiting')
  let { listedAt } = running
  while (!control.cancelled) {
    if (waits() && clock.now() - listedAt > listLifetime) {
      if (!(await refreshRows(settling))) return conclude(running, undefined)
      listedAt = clock.now()
    }
    const lostTouch = await drain(running, listedAt + listLifetime)
    if (lostTouch) {
      control.waitFor('offline', deadLinePause)
      // The list is asked before anything else is sent into the void.
      listedAt = 0
    }
    const open = rows.filter(({ state }) => state === 'unknown' || state === 'claimed')
    if (open.length > 0) await settleRows({ ...settling, rows: open })
    if (!waits()) break
  }
  onCheck(true)
  const listed = await settling.look()
  onCheck(false)
  await conclude(running, listed)
}

/** The list has the last word. Without it, what is not known stays so. */
const conclude = async (running: Running, list: Secret[] | undefined) => {
  const { rows, task, control, save, onChange } = running
  const listed = list === undefined ? undefined : indexList(list)
  const changed: JobRow[] = []
  for (const row of rows) {
    const before = { ...row }
    if (row.state === 'waiting')
      Object.assign(row, task.unsent(row, control.cancelled ? 'cancelled' : 'unread'))
    else if (isUnderWay(row) && listed !== undefined)
      Object.assign(row, task.match(row, listed) ?? task.absent(row))
    const ending = listed === undefined || isUnderWay(row) ? undefined : task.compare(row, listed)
    if (ending !== undefined) Object.assign(row, ending)
    if (differ(before, row)) changed.push(row)
  }
  await save(changed)
  onChange()
}

/** Whether an end has changed anything of a row. */
const differ = (one: JobRow, other: JobRow) =>
  one.state !== other.state ||
  one.aliasId !== other.aliasId ||
  one.stamp !== other.stamp ||
  one.reason !== other.reason ||
  one.requestId !== other.requestId

/** As many calls without an answer in a row say that the line is dead, not that each of them had bad luck. */
const deadLine = 4
/** Milliseconds until a dead line is tried again. */
const deadLinePause = 2000

/** What was so when a row was sent: the control's epoch, and the row's own `sentAt`. */
interface Sending {
  epoch: number
  sentBefore: JobRow['sentAt']
}

/**
 * Sends until nothing waits, or until a time in epoch milliseconds after which the list must be read anew.
 * @returns true where it stopped because nobody answers any more
 */
const drain = async (running: Running, until: number): Promise<boolean> => {
  const { rows, task, save, clock, control, onChange } = running
  const queue = rows.filter(({ state }) => state === 'waiting')
  let next = 0
  let unanswered = 0

  /** What a refusal makes of a row; a row that waits again is sent later, in its turn. */
  const afterFailure = (row: JobRow, error: ApiError, { epoch, sentBefore }: Sending): Ending => {
    const { status, sent } = error
    const verdict = classify(error, clock.now())
    unanswered = status === undefined || !sent ? unanswered + 1 : 0
    if (verdict.kind === 'unknown') return { state: 'unknown' }
    if (verdict.kind === 'conflict') return { state: 'claimed' }
    // A sure no is one to this call: an earlier one may have been heard all the same.
    row.sentAt = sentBefore
    const busy = status === 429 || status === 503
    if (busy) control.waitFor('busy', verdict.retryIn ?? unnamedWait)
    if (status === 401) control.refuseToken(epoch)
    const unreachable = !sent && (status ?? 500) >= 500
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

const attempt = async <Answer>(call: () => Promise<Answer>): Promise<Answer | ApiError> => {
  try {
    return await call()
  } catch (error) {
    if (error instanceof ApiError) return error
    throw error
  }
}
