import type { ApiError } from '../../qovery/errors'
import type { SecretList } from '../../qovery/schema'
import { indexSecrets } from '../../qovery/secret-index'
import { matchAlias } from './match-alias'
import type { Clock, Outcome, Progress } from './outcome'
import { look, lookAgainAt, readUntil } from './read-until'
import type { Submission } from './submission'

interface Settling {
  submission: Submission
  /** Why the list is asked at all. */
  error: ApiError
  list: () => Promise<SecretList>
  clock: Clock
  onProgress: (progress: Progress) => void
}

/**
 * Finds out what became of a submission whose answer was lost. Sends no POST.
 * A list that cannot be read leaves the outcome unknown, as does an entry of it that has the key.
 */
export const settle = async (settling: Settling): Promise<Outcome> => {
  const { submission, error, list, clock, onProgress } = settling
  const attempts = lookAgainAt.length
  const onLook = (attempt: number) => onProgress({ kind: 'checking', attempt, attempts, error })
  const looked = await readUntil({ list, clock, onLook }, (read) => {
    const outcome = outcomeIn(read, submission, error)
    return outcome.kind === 'absent' || outcome.kind === 'unknown' ? undefined : outcome
  })
  if (looked.kind === 'found') return looked.found
  return looked.kind === 'nothing'
    ? outcomeIn(looked.last, submission, error)
    : { kind: 'unknown', why: 'list', error }
}

/**
 * Says who holds the key that a server called taken: one look, since the server has already decided. Where the list
 * cannot be read, or an entry of it that may have the key, it may be this very alias, made by a call that a broken
 * connection repeated.
 */
export const settleConflict = async (settling: Settling): Promise<Outcome> => {
  const { submission, error, list, onProgress } = settling
  onProgress({ kind: 'checking', attempt: 1, attempts: 1, error })
  const read = await look(list)
  if (read === undefined) return { kind: 'unknown', why: 'list', error }
  const found = outcomeIn(read, submission, error)
  if (found.kind !== 'absent') return found
  return found.keyless > 0 ? { kind: 'unknown', why: 'entry', error } : { kind: 'taken', error }
}

const outcomeIn = (list: SecretList, submission: Submission, error: ApiError): Outcome => {
  const index = indexSecrets(list)
  const match = matchAlias(submission, index)
  switch (match.kind) {
    case 'created':
      return { kind: 'created', secret: match.secret, evidence: 'list' }
    case 'existed':
      return { kind: 'existed', secret: match.secret, error }
    case 'taken':
      return { kind: 'taken', holder: match.secret, error }
    case 'absent':
      return { kind: 'absent', keyless: index.keyless, error }
    case 'unreadable':
      return { kind: 'unknown', why: 'entry', error }
  }
}
