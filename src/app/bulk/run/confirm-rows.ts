import { ApiError } from '../../../qovery/errors'
import type { Owner } from '../../../qovery/owner'
import type { SecretList } from '../../../qovery/schema'
import { pollDelays } from '../../operations/poll'
import type { JobRow } from './job'
import { look } from './look'
import { afterLooks, confirmed, type Change } from './row-steps'
import type { Running } from './running'

/** Finds out what became of all lost answers of a round, with one list call for all of them at each look. */
export const confirmRows = async (running: Running, owner: Owner) => {
  const { rows, job, control, save, onCheck, onChange } = running
  let open = rows
  let before = 0
  let last: SecretList | undefined
  const change = async (changes: readonly (readonly [JobRow, Change])[]) => {
    if (changes.length === 0) return
    for (const [row, each] of changes) Object.assign(row, each)
    await save(changes.map(([row]) => row))
    onChange()
  }
  onCheck(true)
  for (const at of pollDelays) {
    await control.sleep((at - before) * 1000)
    before = at
    if (control.cancelled) break
    const list = await look(running, owner)
    if (list instanceof ApiError) continue
    last = list
    const unsure: JobRow[] = []
    const changes: [JobRow, Change][] = []
    for (const row of open) {
      const found = confirmed(job, row, list)
      if (found === undefined) unsure.push(row)
      else changes.push([row, found])
    }
    await change(changes)
    open = unsure
    if (open.length === 0) break
  }
  onCheck(false)
  if (last === undefined || control.cancelled) return
  const list = last
  await change(open.map((row) => [row, afterLooks(job, row, list)]))
}
