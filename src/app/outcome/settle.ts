import type { ApiError } from '../../qovery/errors'
import type { Secret } from '../../qovery/schema'
import { matchAlias, type Match } from './match-alias'
import type { Clock, Outcome, Progress } from './outcome'
import { look, lookAgainAt, readUntil } from './read-until'
import type { Submission } from './submission'

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
  const attempts = lookAgainAt.length
  const onLook = (attempt: number) => onProgress({ kind: 'checking', attempt, attempts, error })
  const looked = await readUntil({ list, clock, onLook }, (secrets) => {
    const match = outcomeOf(matchAlias(submission, secrets), error)
    return match.kind === 'absent' ? undefined : match
  })
  if (looked.kind === 'found') return looked.found
  return looked.kind === 'nothing' ? { kind: 'absent', error } : { kind: 'unknown', error }
}

/**
 * Says who holds the key that a server called taken: one look, since the server has already decided. Where the list
 * cannot be read it may be this very alias, made by a call that a broken connection repeated.
 */
export const settleConflict = async (settling: Settling): Promise<Outcome> => {
  const { submission, error, list, onProgress } = settling
  onProgress({ kind: 'checking', attempt: 1, attempts: 1, error })
  const secrets = await look(list)
  if (secrets === undefined) return { kind: 'unknown', error }
  const found = outcomeOf(matchAlias(submission, secrets), error)
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
