import { useEffect } from 'react'
import { apiName } from '../data/setting'
import { tokenHolder } from '../session/session'
import { secondOfDay } from '../ui/instant'
import { Notice } from '../ui/notice'
import { EndedNotice } from './ended-notice'
import { listsOf } from './report/lists-of'
import { watchJob, type JobView } from './run/bulk-job'
import { showOnceFree } from './run/job-actions'
import { whyStopped } from './run/why-stopped'

interface JobNoticeProps {
  view: JobView
  /** What was shown before; the same where it was there when the page was opened. */
  before: JobView['phase']['kind']
}

/** What a job waits for, or how it ended: what happened, what exists, and what to do next. */
export const JobNotice = ({ view, before }: JobNoticeProps) => {
  const { phase, projectId } = view
  useEffect(() => watchJob(projectId), [projectId])
  useEffect(() => {
    if (phase.kind !== 'elsewhere') return undefined
    return showOnceFree(projectId)
  }, [phase, projectId])
  switch (phase.kind) {
    case 'loading':
    case 'none':
      return null
    case 'interrupted':
      return view.job?.task === 'undo' && view.job.change === undefined ? (
        <Notice tone="warning" title="This undo was interrupted" live>
          <p>
            Nothing is being deleted. Going on reads {listsOf(view.rows)} first: it finds out what
            became of lost answers, and what somebody changed meanwhile is left alone.
          </p>
        </Notice>
      ) : (
        <Notice
          tone="warning"
          title={
            view.job?.task === 'undo' ? 'This undo was interrupted' : 'This job was interrupted'
          }
          live
        >
          <p>
            Nothing is being sent. What was sent is in the journal of this browser: going on reads{' '}
            {listsOf(view.rows)} first, finds out what became of lost answers, and sends no row
            twice.
          </p>
        </Notice>
      )
    case 'paused':
      return (
        <Notice tone="info" title="Paused" live>
          <p>
            Nothing is sent until you resume. Resuming reads {listsOf(view.rows)} first, finds out
            what became of lost answers, and sends no row twice.
          </p>
        </Notice>
      )
    case 'elsewhere':
      return (
        <Notice tone="info" title="Another tab runs this job" live>
          <p>
            Nothing is sent from here. Follow it in that tab: what it came to is shown here as soon
            as it ends or that tab is closed.
          </p>
        </Notice>
      )
    case 'broken':
      return (
        <Notice tone="danger" title="The job stopped" live>
          <p>
            Nothing more is sent; what was {doneUntilNow(view.job)}. {whyStopped(phase.cause)}
          </p>
        </Notice>
      )
    case 'running':
      return (
        <Running
          phase={phase}
          lists={listsOf(view.rows)}
          work={workOf(view.job)}
          isChange={view.job?.change !== undefined}
        />
      )
    case 'ended':
      return <EndedNotice view={view} before={before} />
  }
}

const tokenWords = {
  page: 'the token is wrong by now, or was forgotten. What they asked for was not done. Enter a valid token, or resume with the present one.',
  server:
    'the token that the server holds is wrong by now. What they asked for was not done. Have whoever runs the server give it another one, then resume.',
  nobody:
    'one of its keys is there to be refused as a token is. What they asked for was not done. Resume to try again, or cancel the job and leave that key out.',
}

const doneUntilNow = (job: JobView['job']) => {
  if (job?.change !== undefined) return 'changed stays so'
  return job?.task === 'undo' ? 'deleted is gone' : 'created stays'
}

const workOf = (job: JobView['job']) => {
  if (job?.task === 'undo')
    return job.change === undefined ? 'Deleting what was created' : 'Undoing'
  const words = { delete: 'Deleting', repoint: 'Re-pointing', edit: 'Saving descriptions' }
  return job?.change === undefined ? 'Creating aliases' : words[job.change]
}

interface RunningProps {
  phase: Extract<JobView['phase'], { kind: 'running' }>
  /** What it is held against. */
  lists: string
  /** What it does while nothing holds it up. */
  work: string
  /** Whether it changes what is there: no list has the last word of that. */
  isChange: boolean
}

// There is always one of the same height: what stands below is read, and must not move.
const Running = ({ phase, lists, work, isChange }: RunningProps) => {
  const { hold, checking, cancelling } = phase
  if (cancelling) {
    return (
      <Notice tone="wait" title="Ending the job" live>
        <p>
          Nothing more is sent. Calls under way are waited for
          {isChange ? '' : ', then the list is read'}.
        </p>
      </Notice>
    )
  }
  switch (hold?.kind) {
    case 'paused':
      return (
        <Notice tone="info" title="Paused" live>
          <p>Calls under way were waited for. Nothing is sent until you resume.</p>
        </Notice>
      )
    case 'token':
      return (
        <Notice tone="warning" title="The job waits for a token" live>
          <p>
            {apiName} refused the last calls, at {secondOfDay(hold.at)}: {tokenWords[tokenHolder]}
          </p>
        </Notice>
      )
    case 'busy':
      return (
        <Notice tone="wait" title={`${apiName} asks to wait`} live>
          <p>Too many requests. The job goes on by itself at {secondOfDay(hold.until)}.</p>
        </Notice>
      )
    case 'offline':
      return (
        <Notice tone="wait" title="Nobody answers" live>
          <p>The connection is tried again by itself. Nothing is sent until it answers.</p>
        </Notice>
      )
    case undefined:
      return checking ? (
        <Notice tone="wait" title={`Reading ${lists}`} live>
          <p>
            It shows what others did meanwhile, and what became of lost answers. Nothing is sent
            meanwhile.
          </p>
        </Notice>
      ) : (
        <Notice tone="wait" title={work} live>
          <p>Leave this tab open. Whatever stops it, going on later sends no row twice.</p>
        </Notice>
      )
  }
}
