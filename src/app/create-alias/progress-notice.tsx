import { peer } from '../session/setting'
import { Button } from '../ui/button'
import { useNow } from '../ui/instant'
import { Notice } from '../ui/notice'
import { once } from '../ui/once'
import { useSubmission, useSubmissionActions } from './submission-provider'

/** Says what a submission under way is waiting for, where it waits longer than a request takes. */
export const ProgressNotice = () => {
  const state = useSubmission()
  const { cancel } = useSubmissionActions()
  if (state.kind !== 'busy') return null
  const { progress, submission } = state
  switch (progress.kind) {
    case 'sending':
      return null
    case 'waiting':
      return (
        <Notice tone="wait" title={`${peer} asks to wait`} live>
          <p>
            Nothing was created yet. {submission.request.key} will be sent again at{' '}
            {clockTime().format(progress.until)}
            <Countdown until={progress.until} />.
          </p>
          <div>
            <Button onClick={cancel}>Cancel</Button>
          </div>
        </Notice>
      )
    case 'checking':
      return (
        <Notice tone="wait" title="Checking whether it happened" live>
          <p>
            The answer was lost, so {submission.request.key} may have been created. The project’s
            list is being read: look {progress.attempt} of {progress.attempts}. Nothing is sent
            twice.
          </p>
        </Notice>
      )
  }
}

const clockTime = once(() => new Intl.DateTimeFormat(undefined, { timeStyle: 'medium' }))

// Seen, not read out each second: the time of day beside it says the same once.
const Countdown = ({ until }: { until: number }) => {
  const seconds = Math.max(0, Math.ceil((until - useNow()) / 1000))
  return <span aria-hidden="true" className="tabular-nums">{`, in ${seconds} s`}</span>
}
