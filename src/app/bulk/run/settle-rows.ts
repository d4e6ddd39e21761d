import type { SecretList } from '../../../qovery/schema'
import { indexSecrets, type SecretIndex } from '../../../qovery/secret-index'
import { pollDelays } from '../../operations/poll'
import type { JobRow } from './job'
import type { Running } from './running'
import type { Ending } from './task'

/** How often a row is sent at most, each time after the list has shown for 15 s that it is not there. */
const mostTries = 3

export interface Settling extends Pick<Running, 'task' | 'control' | 'onCheck'> {
  /** The rows in question. */
  rows: readonly JobRow[]
  look: () => Promise<SecretList | undefined>
  /** Writes what became of rows, all at once. */
  end: (ends: readonly (readonly [JobRow, Ending])[]) => Promise<void>
}

/** Finds out what became of all lost answers of a round, with one list call for all of them at each look. */
export const settleRows = async ({ rows, task, control, onCheck, look, end }: Settling) => {
  let open = rows
  let before = 0
  let listed: SecretIndex | undefined
  onCheck(true)
  for (const at of pollDelays) {
    await control.sleep((at - before) * 1000)
    before = at
    if (control.cancelled) break
    const list = await look()
    if (list === undefined) continue
    listed = indexSecrets(list)
    const left: JobRow[] = []
    const ends: [JobRow, Ending][] = []
    for (const row of open) {
      const ending = task.match(row, listed)
      if (ending === undefined) left.push(row)
      else ends.push([row, ending])
    }
    if (ends.length > 0) await end(ends)
    open = left
    if (open.length === 0) break
  }
  onCheck(false)
  if (listed === undefined || control.cancelled || open.length === 0) return
  const last = listed
  await end(
    open.map((row) => [
      row,
      row.tries < mostTries ? task.ready(row, last) : task.absent(row, last),
    ]),
  )
}
