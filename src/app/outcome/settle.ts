import { ApiError } from '../../qovery/errors'
import type { Secret } from '../../qovery/schema'
import { matchAlias, type Match } from './match-alias'
import type { Clock, Outcome, Progress } from './outcome'
import type { Submission } from './submission'

/** Seconds after the first look at which the list is read again: a commit may trail its lost answer. */
export const lookAgainAt = [0, 1, 3, 7, 15] as const

interface Settling {
  submission: Submission
  /** Why the list is asked at all. */
  error: ApiError
  list: () => Promise<Secret[]>
  clock: Clock
  onProgress: (progress: Progress) => void
}

/**
 * Finds out what became of a submission whose answer was lost. Sends no POST.
 * A list that cannot be read leaves the outcome unknown.
 */
export const settle = async (settling: Settling): Promise<Outcome> => {
  const { submission, error, list, clock, onProgress } = settling
  let seen = false
  let before = 0
  for (const [index, at] of lookAgainAt.entries()) {
    onProgress({ kind: 'checking', attempt: index + 1, attempts: lookAgainAt.length, error })
    // The looks follow each other on purpose: each waits for the commit a little longer.
    await clock.sleep((at - before) * 1000)
    before = at
    const secrets = await look(list)
    if (secrets === undefined) continue
    seen = true
    const found = outcomeOf(matchAlias(submission, secrets), error)
    if (found.kind !== 'absent') return found
  }
  return seen ? { kind: 'absent', error } : { kind: 'unknown', error }
}

/** Says who holds the key that a server called taken: one look, since the server has already decided. */
export const settleConflict = async (settling: Settling): Promise<Outcome> => {
  const { submission, error, list, onProgress } = settling
  onProgress({ kind: 'checking', attempt: 1, attempts: 1, error })
  const secrets = await look(list)
  const found = outcomeOf(
    secrets === undefined ? { kind: 'absent' } : matchAlias(submission, secrets),
    error,
  )
  return found.kind === 'absent' ? { kind: 'taken', error } : found
}

const outcomeOf = (match: Match, error: ApiError): Outcome => {
  switch (match.kind) {
    case 'created':
      return { kind: 'created', secret: match.secret, evidence: 'list' }
    case 'existed':
      return { kind: 'existed', secret: match.secret, error }
    case 'taken':
      return { kind: 'taken', holder: match.secret, error }
    case 'absent':
      return { kind: 'absent', error }
  }
}

const look = async (list: Settling['list']) => {
  try {
    return await list()
  } catch (error) {
    if (!(error instanceof ApiError)) throw error
    return undefined
  }
}
