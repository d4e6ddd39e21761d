import { useEffect, type ReactNode, type Ref } from 'react'
import { useSession } from '../session/session'
import { peer } from '../session/setting'
import { Button } from '../ui/button'
import { counted } from '../ui/count'
import { Notice } from '../ui/notice'
import { ServerWords } from '../review/server-words'
import { whyUnknown } from './why-unknown'
import { useSubmission, useSubmissionActions } from './submission-provider'
import { nameInText } from '../ui/name'

/** A submission that ended without a certain answer, and what can be done about it. */
export const UnsettledNotice = ({ headingRef }: { headingRef: Ref<HTMLHeadingElement> }) => {
  const state = useSubmission()
  const { tryAgain, checkAgain, dismiss } = useSubmissionActions()
  const { ready } = useSession()
  const isLeft = state.kind === 'left'

  // What a reload cut off is asked for as soon as anything can be asked.
  useEffect(() => {
    if (isLeft && ready) checkAgain()
  }, [isLeft, ready, checkAgain])

  if (state.kind === 'left') {
    return (
      <Notice tone="warning" title="An earlier submission was cut off" headingRef={headingRef}>
        <p>
          Whether {nameInText(state.submission.request.key)} was created is not known yet. Checking
          reads the project’s list and sends nothing.
        </p>
        <Actions>
          <Button onClick={checkAgain}>Check now</Button>
          <Button onClick={dismiss}>Forget it</Button>
        </Actions>
      </Notice>
    )
  }
  if (state.kind !== 'done') return null
  const { outcome, submission } = state
  if (outcome.kind === 'absent') {
    return (
      <Notice tone="warning" title={`${peer} shows no such alias`} headingRef={headingRef}>
        <p>
          {whyUnknown(outcome.error, peer)}, and {nameInText(submission.request.key)} is not in the
          project’s list{absentWords(outcome.keyless)} Trying again is safe, it is the same
          submission.
        </p>
        <Actions>
          <Button onClick={tryAgain}>Try again</Button>
          <Button onClick={checkAgain}>Check again</Button>
        </Actions>
        <ServerWords error={outcome.error} />
      </Notice>
    )
  }
  if (outcome.kind === 'unknown') {
    return (
      <Notice tone="danger" title="Outcome unknown" headingRef={headingRef}>
        <p>
          {outcome.error.status === 409
            ? `${peer} answered that ${nameInText(submission.request.key)} exists already, and ${unreadWords[outcome.why]} cannot be read: it may be this alias, or another one.`
            : `${whyUnknown(outcome.error, peer)}, and ${unreadWords[outcome.why]} cannot be read either. ${nameInText(submission.request.key)} may or may not exist.`}{' '}
          Check again when {outcome.why === 'list' ? `${peer} can be reached` : 'it can be read'};
          this is remembered for this tab.
        </p>
        <Actions>
          <Button onClick={checkAgain}>Check again</Button>
          <Button onClick={dismiss}>Forget it</Button>
        </Actions>
        <ServerWords error={outcome.error} />
      </Notice>
    )
  }
  if (outcome.kind === 'cancelled') {
    return (
      <Notice tone="info" title="Cancelled" headingRef={headingRef}>
        <p>
          {nameInText(submission.request.key)} was not created, and is not sent again by itself. The
          form is as you left it.
        </p>
      </Notice>
    )
  }
  return null
}

const absentWords = (keyless: number) =>
  keyless === 0
    ? ': nothing was created so far.'
    : `, as far as it can be read: ${counted(keyless, 'entry', 'entries')} that cannot may be it.`

const unreadWords = {
  list: 'the project’s list',
  entry: 'the entry of the project’s list that may be it',
}

const Actions = ({ children }: { children: ReactNode }) => (
  <div className="flex flex-wrap gap-2">{children}</div>
)
