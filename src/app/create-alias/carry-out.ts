import { MutationObserver as Mutation } from '@tanstack/react-query'
import { ApiError } from '../../qovery/errors'
import { client } from '../api'
import { browserClock } from '../browser-clock'
import { lastProject } from '../last-project'
import type { Outcome, Progress } from '../outcome/outcome'
import { pending } from '../outcome/pending'
import { attempt } from '../outcome/read-until'
import { settle } from '../outcome/settle'
import type { Submission } from '../outcome/submission'
import { submitAlias } from '../outcome/submit-alias'
import { queryClient } from '../queries'
import { withoutAnswer } from './without-answer'

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
  pending.put(submission)
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

// Without a network a browser says that it is offline, and reaches the server of its own machine all the same.
const isReached = async ({ projectId }: Submission) => {
  const answer = await attempt(() => client.getProject(projectId))
  return !(answer instanceof ApiError) || answer.status !== undefined
}

/** Does what is to be done about a submission, which is remembered in this tab until its end was seen. */
export const carryOut = async (carrying: CarryingOut): Promise<Outcome> =>
  navigator.onLine || (await isReached(carrying.submission))
    ? mutation.mutate(carrying)
    : withoutAnswer(carrying)
