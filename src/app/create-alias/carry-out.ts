import { MutationObserver as Mutation } from '@tanstack/react-query'
import { ApiError } from '../../qovery/errors'
import { client } from '../api'
import { browserClock } from '../browser-clock'
import type { Outcome, Progress } from '../outcome/outcome'
import { lastProject } from '../last-project'
import { pendingRecord } from '../outcome/pending-record'
import { settle } from '../outcome/settle'
import type { Submission } from '../outcome/submission'
import { submitAlias } from '../outcome/submit-alias'
import { queryClient } from '../queries'

export interface Task {
  /** Whether it is to be sent, or only asked what became of it. */
  kind: 'send' | 'check'
  submission: Submission
}

export interface CarryingOut extends Task {
  cancel: AbortSignal
  onProgress: (progress: Progress) => void
}

const start = ({ kind, cancel, ...rest }: CarryingOut): Promise<Outcome> => {
  const { submission } = rest
  pendingRecord.put(submission)
  return kind === 'send'
    ? submitAlias({ ...rest, client, clock: browserClock, cancel })
    : settle({
        ...rest,
        clock: browserClock,
        error: new ApiError({ kind: 'network', sent: true }),
        list: () => client.listProjectSecrets(submission.projectId),
      })
}

// Without react-query's hook: what is drawn follows from the outcome, and to draw each step of the mutation delays it.
const mutation = new Mutation(queryClient, {
  mutationKey: ['createProjectSecretAlias'],
  mutationFn: start,
  onSuccess: ({ kind }, { submission }) => {
    if (kind === 'created') lastProject.write(submission.projectId)
  },
})

/** Does what is to be done about a submission, which is remembered in this tab until its end was seen. */
export const carryOut = (carrying: CarryingOut): Promise<Outcome> => mutation.mutate(carrying)
