import { ApiError } from '../../../qovery/errors'
import type { Owner } from '../../../qovery/owner'
import type { SecretList } from '../../../qovery/schema'
import { retryIn } from '../../operations/classify'
import { pollDelays } from '../../operations/poll'
import type { Running } from './running'
import { isTokenRefused } from './token-refusal'

const firstPause = 1000
const longestPause = 30_000
/** Milliseconds to wait where a busy server names no time. */
export const unnamedWait = 60_000

type Looking = Pick<Running, 'client' | 'control' | 'clock'>

/**
 * Reads an owner's list, for as long as that takes: lost lines, a busy server and a refused token are waited out. It
 * answers an error where the server refuses the list itself, or the job was cancelled and one try did not succeed.
 */
export const look = async (
  { client, control, clock }: Looking,
  owner: Owner,
): Promise<SecretList | ApiError> => {
  for (let pause = firstPause; ; pause = Math.min(pause * 2, longestPause)) {
    await control.ready()
    const { epoch } = control
    try {
      return await client.listSecrets(owner)
    } catch (error) {
      if (!(error instanceof ApiError)) throw error
      if (control.cancelled) return error
      const { status } = error
      if (status === 401) {
        if (!(await isTokenRefused({ client, control, clock }, owner))) return error
        control.refuseToken(epoch)
      } else if (status === 429 || status === 503) {
        control.waitFor('busy', retryIn(error, clock.now()) ?? unnamedWait)
      } else if (status !== undefined && status < 500) return error
      else control.waitFor('offline', pause)
    }
  }
}

/** The same, patiently: one senseless answer is no reason to end a job of hours. */
export const lookAgain = async (running: Looking, owner: Owner): Promise<SecretList | ApiError> => {
  let answer: SecretList | ApiError | undefined
  let before = 0
  for (const at of pollDelays) {
    await running.control.sleep((at - before) * 1000)
    before = at
    answer = await look(running, owner)
    if (!(answer instanceof ApiError) || running.control.cancelled) return answer
  }
  return answer ?? look(running, owner)
}
