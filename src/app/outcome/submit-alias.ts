import type { Client } from '../../qovery/client'
import { ApiError } from '../../qovery/errors'
import { classify } from './classify'
import type { Clock, Outcome, Progress } from './outcome'
import { attempt } from './read-until'
import { settle, settleConflict } from './settle'
import type { Submission } from './submission'

/** How often a submission is sent again after the server named a time; then a person decides. */
export const mostRetries = 3

interface Submitting {
  submission: Submission
  client: Pick<Client, 'createSecretAlias' | 'listProjectSecrets'>
  clock: Clock
  /** Ends a wait for a time the server named; a call under way is never cut off, it may have been heard. */
  cancel: AbortSignal
  onProgress: (progress: Progress) => void
}

/** Sends a submission and finds out what became of it, whatever the answer was. */
export const submitAlias = async (submitting: Submitting): Promise<Outcome> => {
  const { submission, client, clock, cancel, onProgress } = submitting
  for (let retries = 0; ; retries += 1) {
    onProgress({ kind: 'sending' })
    // One at a time: a second POST may only follow when the first certainly created nothing.
    const sent = await send(submitting)
    if (!(sent instanceof ApiError)) return sent
    const verdict = classify(sent, clock.now())
    const settling = {
      ...submitting,
      error: sent,
      list: () => client.listProjectSecrets(submission.projectId),
    }
    if (verdict.kind === 'conflict') return settleConflict(settling)
    if (verdict.kind === 'unknown') return settle(settling)
    if (verdict.retryIn === undefined || retries === mostRetries)
      return { kind: 'refused', error: sent }
    onProgress({ kind: 'waiting', until: clock.now() + verdict.retryIn, error: sent })
    await clock.sleep(verdict.retryIn, cancel)
    if (cancel.aborted) return { kind: 'cancelled' }
  }
}

const send = async ({ submission, client }: Submitting): Promise<Outcome | ApiError> => {
  const { id, projectId, secretId, request } = submission
  const answer = await attempt(() =>
    client.createSecretAlias({ projectId, secretId }, request, { idempotencyKey: id }),
  )
  return answer instanceof ApiError
    ? answer
    : { kind: 'created', secret: answer, evidence: 'answer' }
}
