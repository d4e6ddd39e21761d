import { useState, type ReactNode } from 'react'
import { Link } from 'wouter'
import type { Outcome, Progress } from '../outcome/outcome'
import type { Submission } from '../outcome/submission'
import { currentSession, useSession } from '../session/session'
import { peer } from '../session/setting'
import { Button } from '../ui/button'
import { counted } from '../ui/count'
import { Notice } from '../ui/notice'
import { carryOut } from './carry-out'
import { landOutcome } from './land-outcome'
import { forget, useOpenSubmissions } from './open-list'
import { Name, nameInText } from '../ui/name'

/** The submissions before the last one of which nobody knows yet what became: each can be asked for. */
export const OpenSubmissions = () =>
  useOpenSubmissions().map((submission) => (
    <OpenSubmission key={submission.id} submission={submission} />
  ))

const OpenSubmission = ({ submission }: { submission: Submission }) => {
  const { ready } = useSession()
  const [progress, setProgress] = useState<Progress>()
  const [outcome, setOutcome] = useState<Outcome>()
  const check = async () => {
    if (progress !== undefined) return
    const cancel = new AbortController().signal
    setOutcome(await carryOut({ kind: 'check', submission, cancel, onProgress: setProgress }))
    setProgress(undefined)
  }
  const key = <Name of={submission.request.key} />
  const end = outcome && settled(outcome, submission)
  if (end !== undefined) {
    return (
      <Notice tone={end.tone} title={end.title} live>
        <p>{end.text}</p>
        <Actions>
          {end.id !== undefined && (
            <Link className="link" href={`/project/${submission.projectId}/secret/${end.id}`}>
              Open it
            </Link>
          )}
          <Button onClick={() => forget(submission)}>Dismiss</Button>
        </Actions>
      </Notice>
    )
  }
  return (
    <Notice tone="warning" title="An earlier outcome is unknown">
      <p>
        Whether {key} was created is not known yet.{' '}
        {progress?.kind === 'checking'
          ? `The project’s list is being read: look ${progress.attempt} of ${progress.attempts}.`
          : outcome === undefined
            ? 'Checking reads the project’s list and sends nothing.'
            : outcome.kind === 'unknown' && outcome.why === 'entry'
              ? 'The entry of the project’s list that may be it could not be read.'
              : `The project’s list could not be read. Check again when ${peer} can be reached.`}
      </p>
      <Actions>
        <Button busy={progress !== undefined || !ready} onClick={() => void check()}>
          Check now
        </Button>
        <Button busy={progress !== undefined} onClick={() => forget(submission)}>
          Forget it
        </Button>
      </Actions>
    </Notice>
  )
}

interface End {
  tone: 'ok' | 'info' | 'warning'
  title: string
  text: string
  /** Of the secret that has the key. */
  id?: string
}

const settled = (outcome: Outcome, submission: Submission): End | undefined => {
  const key = nameInText(submission.request.key)
  if (outcome.kind === 'created') {
    return {
      tone: 'ok',
      title: `${key} was created`,
      text: 'The project’s list has it, and it points where it was to point.',
      id: outcome.secret.id,
    }
  }
  if (outcome.kind === 'absent') {
    return {
      tone: 'warning',
      title: `${peer} shows no such alias`,
      text:
        outcome.keyless === 0
          ? `${key} is not in the project’s list: nothing was created. Create it anew if it is still wanted.`
          : `${key} is not in the project’s list, as far as it can be read: ${counted(outcome.keyless, 'entry', 'entries')} that cannot may be it.`,
    }
  }
  const { tokenWorked } = currentSession()
  const landing = landOutcome(outcome, submission, { peer, tokenWorked })
  return (
    landing && {
      tone: 'info',
      title: `${key} was not created`,
      text: landing.message,
      ...(landing.holder === undefined ? {} : { id: landing.holder.id }),
    }
  )
}

const Actions = ({ children }: { children: ReactNode }) => (
  <div className="flex flex-wrap items-center gap-3">{children}</div>
)
