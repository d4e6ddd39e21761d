import { ApiError } from '../../../qovery/errors'
import type { SecretList } from '../../../qovery/schema'
import { classify } from '../../operations/classify'
import type { Running } from './running'

const firstPause = 1000
const longestPause = 30_000
/** Milliseconds to wait where a busy server names no time. */
export const unnamedWait = 60_000

/**
 * Makes a function that reads the project's list, for as long as that takes: lost lines, a busy server and a refused
 * token are waited out. It answers undefined where the server refuses the list itself, or the job was cancelled and
 * one try did not succeed.
 */
export const createLook =
  ({ list, control, clock }: Pick<Running, 'list' | 'control' | 'clock'>) =>
  async (): Promise<SecretList | undefined> => {
    for (let pause = firstPause; ; pause = Math.min(pause * 2, longestPause)) {
      await control.ready()
      const { epoch } = control
      try {
        return await list()
      } catch (error) {
        if (!(error instanceof ApiError)) throw error
        if (control.cancelled) return undefined
        const { status } = error
        const verdict = classify(error, clock.now())
        if (status === 401) control.refuseToken(epoch)
        else if (status === 429 || status === 503) {
          const named = verdict.kind === 'not-created' ? verdict.retryIn : undefined
          control.waitFor('busy', named ?? unnamedWait)
        } else if (status !== undefined && status < 500) return undefined
        else control.waitFor('offline', pause)
      }
    }
  }
