import { ApiError } from '../../../qovery/errors'
import type { SecretList } from '../../../qovery/schema'
import { confirmRows } from './confirm-rows'
import { drain } from './drain'
import { isUnderWay, ownerOf, type JobRow } from './job'
import { look, lookAgain } from './look'
import { stale, type Result } from '../../operations/result'
import { conclusion, judged, reviewed, unlooked } from './row-steps'
import type { Running } from './running'

/** Milliseconds until a dead line is tried again. */
const deadLinePause = 2000
/** Milliseconds after which a list says too little of what others did to send or delete anything by it. */
const listLifetime = 5 * 60_000

/**
 * Runs a job to its end, however often it is held up: at most four calls at a time, each row under its own idempotency
 * key. A lost answer is confirmed by the list, together with all others of its round; only what the list does not show
 * is sent again. That is safe beyond the key: an owner takes a name once. Owners are taken one after the other, so that
 * each one's list is fresh, and that one whose list is refused takes no other along.
 */
export const runJob = async (running: Running): Promise<void> => {
  for (const rows of byOwner(running)) await runRows({ ...running, rows })
}

/** The rows of each owner that has something to be done, in the order of the job. */
const byOwner = ({ job, rows }: Pick<Running, 'job' | 'rows'>): JobRow[][] => {
  const groups = new Map<string, JobRow[]>()
  for (const row of rows) {
    if (row.state === 'skipped') continue
    const { kind, id } = ownerOf(job, row)
    const group = groups.get(`${kind} ${id}`)
    if (group === undefined) groups.set(`${kind} ${id}`, [row])
    else group.push(row)
  }
  const all = [...groups.values()]
  const begun = all.findIndex((group) => group.some(isUnderWay))
  // Where the page died before its last list, nothing is under way of that one any more, and nobody has looked.
  const unlookedAt = (begun === -1 ? all.length : begun) - 1
  return all.filter((group, at) => at === unlookedAt || group.some(isUnderWay))
}

/** The same for the rows of one owner. */
const runRows = async (running: Running): Promise<void> => {
  const { job, rows, clock, control, save, onCheck, onChange } = running
  const [first] = rows
  if (first === undefined) return
  const owner = ownerOf(job, first)
  // What is there is judged by a list that is read right before each call, as an operation by itself is.
  const isChange = first.operation !== undefined
  const waits = () => rows.some(({ state }) => state === 'waiting')
  const check = async (read: typeof look) => {
    onCheck(true)
    const answer = await read(running, owner)
    onCheck(false)
    return answer
  }
  let listedAt = 0
  while (!control.cancelled) {
    if (!isChange && waits() && clock.now() - listedAt > listLifetime) {
      const list = await check(lookAgain)
      if (list instanceof ApiError) return conclude(running, list)
      const changed: JobRow[] = []
      for (const row of rows) {
        if (row.state !== 'waiting') continue
        const change = judged(job, row, list)
        if (change.state !== row.state || change.idless !== row.idless) changed.push(row)
        Object.assign(row, change)
      }
      await save(changed)
      onChange()
      listedAt = clock.now()
    }
    const isLineDead = await drain(running, isChange ? Infinity : listedAt + listLifetime)
    if (isLineDead) {
      control.waitFor('offline', deadLinePause)
      // The list is asked before anything else is sent into the void.
      listedAt = 0
    }
    const open = rows.filter(({ state }) => state === 'open')
    if (open.length > 0) await confirmRows({ ...running, rows: open }, owner)
    if (!waits()) break
  }
  // Of what was never sent, as in the places that a cancelled job did not come to, the list has nothing to say.
  const isUntouched =
    control.cancelled &&
    rows.every(
      ({ tries, state, sentAt }) => tries === 0 && state !== 'open' && sentAt === undefined,
    )
  await conclude(running, isChange || isUntouched ? undefined : await check(look))
}

/** The list has the last word. Without it, what is not known stays so. */
const conclude = async (running: Running, answer: SecretList | ApiError | undefined) => {
  const { rows, job, control, save, onChange } = running
  const [list, failure] = answer instanceof ApiError ? [undefined, answer] : [answer, null]
  const why: Result = control.cancelled ? { kind: 'cancelled' } : stale('unread', { failure })
  const changed: JobRow[] = []
  for (const row of rows) {
    const before = { ...row }
    if (isUnderWay(row)) Object.assign(row, conclusion(job, row, { list, why }))
    if (list !== undefined) Object.assign(row, reviewed(job, row, list))
    else if (failure !== null) Object.assign(row, unlooked(row))
    if (differ(before, row)) changed.push(row)
  }
  await save(changed)
  onChange()
}

const differ = (one: JobRow, other: JobRow) =>
  one.state !== other.state ||
  one.result !== other.result ||
  one.stamp !== other.stamp ||
  one.unlisted !== other.unlisted
