import { useEffect, useRef } from 'react'
import { peer } from '../session/setting'
import { grouped } from '../ui/count'
import { Notice } from '../ui/notice'
import type { JobView } from './run/bulk-job'
import { canRetry } from './run/can-retry'

const clockTime = new Intl.DateTimeFormat(undefined, { timeStyle: 'medium' })

interface JobNoticeProps {
  view: JobView
  /** Whether the end of the job is news. */
  takesFocus: boolean
}

/** What a job waits for, or how it ended: what happened, what exists, and what to do next. */
export const JobNotice = ({ view, takesFocus }: JobNoticeProps) => {
  const { phase } = view
  switch (phase.kind) {
    case 'loading':
    case 'none':
      return null
    case 'recalled':
      return (
        <Notice tone="warning" title="This job was interrupted" live>
          <p>
            Nothing is being sent. What was sent is in the journal of this browser: going on looks
            for lost answers first, and sends no row twice.
          </p>
        </Notice>
      )
    case 'elsewhere':
      return (
        <Notice tone="info" title="Another tab runs this job" live>
          <p>Nothing is sent from here. Follow it in that tab, or look again once it has ended.</p>
        </Notice>
      )
    case 'broken':
      return (
        <Notice tone="danger" title="The job stopped" live>
          <p>
            This browser does not keep the job’s journal: its storage is full or switched off.
            Nothing more is sent; what was created stays. Free some space, then go on.
          </p>
        </Notice>
      )
    case 'running':
      return <Running phase={phase} />
    case 'ended':
      return <Ended view={view} takesFocus={takesFocus} />
  }
}

const Running = ({ phase }: { phase: Extract<JobView['phase'], { kind: 'running' }> }) => {
  const { hold, checking, cancelling } = phase
  if (cancelling) {
    return (
      <Notice tone="wait" title="Ending the job" live>
        <p>Nothing more is sent. Calls under way are waited for, then the list is read.</p>
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
            {peer} refused the last calls: the token is wrong by now, or was forgotten. What they
            asked for was not created. Enter a valid token, or resume with the present one.
          </p>
        </Notice>
      )
    case 'busy':
      return (
        <Notice tone="wait" title={`${peer} asks to wait`} live>
          <p>Too many requests. The job goes on by itself at {clockTime.format(hold.until)}.</p>
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
        <Notice tone="wait" title="Reading the project’s list" live>
          <p>
            It shows what others did meanwhile, and settles lost answers. Nothing is sent meanwhile.
          </p>
        </Notice>
      ) : null
  }
}

const Ended = ({ view, takesFocus }: JobNoticeProps) => {
  const { counts, rows, job } = view
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (takesFocus) heading.current?.focus()
  }, [takesFocus])
  const failed = rows.filter(canRetry).length
  const bad = failed + counts.taken + counts.disappeared
  const title =
    job?.task === 'undo'
      ? `${grouped(counts.undone)} deleted again`
      : `${grouped(counts.created)} created, ${grouped(counts.existed)} already there`
  return (
    <Notice tone={bad > 0 ? 'warning' : 'ok'} title={title} headingRef={heading}>
      <p>
        {job?.task === 'undo'
          ? counts.created > 0
            ? `${grouped(counts.created)} of this job’s aliases still exist; the table says why.`
            : 'None of this job’s aliases is left.'
          : bad > 0
            ? `${grouped(failed)} did not come to be, ${grouped(counts.taken)} met a taken key, ${grouped(counts.disappeared)} disappeared meanwhile. The table says why.`
            : 'The project’s list shows every alias of the plan.'}
      </p>
    </Notice>
  )
}
