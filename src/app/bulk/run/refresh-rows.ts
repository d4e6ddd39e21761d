import type { SecretList } from '../../../qovery/schema'
import { indexSecrets } from '../../../qovery/secret-index'
import { pollDelays } from '../../operations/poll'
import type { JobRow } from './job'
import type { Settling } from './settle-rows'
import type { Ending } from './task'

/**
 * Holds what waits against the list of now: others may have made, changed or deleted it meanwhile.
 * @returns false where the list could not be read; then nothing may be sent
 */
export const refreshRows = async (settling: Settling): Promise<boolean> => {
  const { rows, task, onCheck, end } = settling
  onCheck(true)
  const list = await readOnce(settling)
  onCheck(false)
  if (list === undefined) return false
  const listed = indexSecrets(list)
  const ends: [JobRow, Ending][] = []
  for (const row of rows) {
    const ending = row.state === 'waiting' ? task.ready(row, listed) : row
    if (ending.state !== row.state) ends.push([row, ending])
  }
  if (ends.length > 0) await end(ends)
  return true
}

// One senseless answer is no reason to end a job of hours.
const readOnce = async ({ control, look }: Settling): Promise<SecretList | undefined> => {
  let before = 0
  for (const at of pollDelays) {
    await control.sleep((at - before) * 1000)
    before = at
    const list = await look()
    if (list !== undefined || control.cancelled) return list
  }
}
