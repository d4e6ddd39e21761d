import type { SecretList } from '../../../qovery/schema'
import { indexSecrets, type SecretIndex } from '../../../qovery/secret-index'
import { drain } from './drain'
import { isUnderWay, type JobRow } from './job'
import { createLook } from './look'
import { refreshRows } from './refresh-rows'
import { settleRows } from './settle-rows'
import type { Running } from './running'
import type { Ending } from './task'

/** Milliseconds until a dead line is tried again. */
const deadLinePause = 2000
/** Milliseconds after which a list says too little of what others did to send or delete anything by it. */
const listLifetime = 5 * 60_000

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
const conclude = async (running: Running, list: SecretList | undefined) => {
  const { rows, task, save, onChange } = running
  const listed = list === undefined ? undefined : indexSecrets(list)
  const changed: JobRow[] = []
  for (const row of rows) {
    const before = { ...row }
    if (isUnderWay(row)) Object.assign(row, endOf(row, listed, running))
    const ending = listed === undefined || isUnderWay(row) ? undefined : task.compare(row, listed)
    if (ending !== undefined) Object.assign(row, ending)
    if (differ(before, row)) changed.push(row)
  }
  await save(changed)
  onChange()
}

const endOf = (
  row: JobRow,
  listed: SecretIndex | undefined,
  { task, control }: Running,
): Ending | undefined => {
  if (row.state === 'waiting' && row.sentAt === undefined)
    return task.unsent(row, control.cancelled ? 'cancelled' : 'unread')
  // It was sent, and nobody said no: not to send it again does not undo that.
  if (listed === undefined) return row.state === 'waiting' ? { state: 'unknown' } : undefined
  return task.match(row, listed) ?? task.absent(row, listed)
}

/** Whether an end has changed anything of a row. */
const differ = (one: JobRow, other: JobRow) =>
  one.state !== other.state ||
  one.aliasId !== other.aliasId ||
  one.stamp !== other.stamp ||
  one.reason !== other.reason ||
  one.requestId !== other.requestId
