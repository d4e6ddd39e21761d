import { useState, type ReactNode } from 'react'
import { readyToSend, useSession } from '../session/session'
import { Button } from '../ui/button'
import { counted } from '../ui/count'
import { Notice } from '../ui/notice'
import { JobQuestion } from './job-question'
import { ReportDownloads } from './report-downloads'
import type { RowCounts } from './report/count-rows'
import type { JobView } from './run/bulk-job'
import type { Job } from './run/job'
import {
  cancelJob,
  cancelLeft,
  closeJob,
  goOn,
  pauseJob,
  resumeJob,
  retryFailed,
  undoJob,
} from './run/job-actions'
import { whyStopped } from './run/why-stopped'

/** What can be done with a job, as it stands. */
export const JobActions = ({ view }: { view: JobView }) => {
  const { phase, job, counts } = view
  const [asks, setAsks] = useState<'undo' | 'close'>()
  const [problem, setProblem] = useState('')
  const { ready } = useSession()

  const [acting, setActing] = useState(false)
  const act = async (action: () => Promise<void>) => {
    setAsks(undefined)
    setProblem('')
    setActing(true)
    try {
      await action()
    } catch (cause) {
      const nothing = job?.change === undefined ? 'created or deleted' : 'changed'
      setProblem(`Nothing was ${nothing}. ${whyStopped(cause)}`)
    }
    setActing(false)
  }
  const send = (action: () => Promise<void>) =>
    void act(async () => {
      if (await readyToSend()) await action()
    })

  if (phase.kind === 'running') {
    const held = phase.hold?.kind === 'paused' || phase.hold?.kind === 'token'
    return (
      <Bar>
        {held ? (
          <Button kind="primary" onClick={resumeJob}>
            Resume
          </Button>
        ) : (
          <Button onClick={pauseJob}>Pause</Button>
        )}
        <Button busy={phase.cancelling} onClick={cancelJob}>
          Cancel job
        </Button>
      </Bar>
    )
  }
  if (phase.kind === 'elsewhere') return null
  const undoes = job?.task === 'undo'
  const goOnButton = (
    <Button kind="primary" busy={acting} onClick={() => send(goOn)}>
      {phase.kind === 'paused' ? 'Resume' : undoes ? 'Go on with the undo' : 'Go on with this job'}
    </Button>
  )
  const notDone = problem !== '' && (
    <Notice tone="danger" title="Not done" live>
      <p>{problem}</p>
    </Notice>
  )
  if (phase.kind === 'interrupted' || phase.kind === 'paused' || phase.kind === 'broken') {
    return (
      <>
        {notDone}
        <Bar>
          {goOnButton}
          <Button busy={acting} onClick={() => send(cancelLeft)}>
            Cancel job
          </Button>
          <Button onClick={() => setAsks('close')}>Forget this job</Button>
        </Bar>
        {asks === 'close' && (
          <JobQuestion
            title="Forget this job?"
            yes="Forget it"
            no="Keep it"
            onYes={() => void act(closeJob)}
            onNo={() => setAsks(undefined)}
          >
            {lossOf(job, counts)}
          </JobQuestion>
        )}
      </>
    )
  }
  return (
    <>
      {notDone}
      <Bar>
        {!undoes && counts.retriable > 0 && (
          <Button kind="primary" busy={acting} onClick={() => send(retryFailed)}>
            Retry {counted(counts.retriable, 'row')}
          </Button>
        )}
        {undoes && counts.retriable > 0 && (
          <Button kind="primary" busy={acting} onClick={() => send(retryFailed)}>
            Go on with the undo
          </Button>
        )}
        {ready && <ReportDownloads view={view} />}
        <Button busy={acting} onClick={() => void act(closeJob)}>
          Start another
        </Button>
        {counts.made > 0 && (
          // Apart from the rest: it alone takes something away.
          <span className="sm:ml-auto">
            <Button kind="danger" busy={acting} onClick={() => setAsks('undo')}>
              Undo this job
            </Button>
          </span>
        )}
      </Bar>
      {asks === 'undo' && (
        <JobQuestion
          {...undoQuestion(job, counts)}
          onYes={() => send(undoJob)}
          onNo={() => setAsks(undefined)}
        >
          {undoText[job?.change ?? 'create']}
        </JobQuestion>
      )}
    </>
  )
}

const undoQuestion = (job: Job | undefined, { made }: RowCounts) =>
  job?.change === undefined
    ? {
        title: `Delete ${counted(made, 'alias', 'aliases')}?`,
        yes: 'Delete them',
        no: 'Keep them',
      }
    : { title: `Undo ${counted(made, 'change')}?`, yes: 'Undo them', no: 'Leave them' }

const undoText = {
  create:
    'Only what this job made and nobody changed since is deleted. What uses these names loses them at its next deployment.',
  edit: 'Each gets its former description back, unless somebody changed it since.',
  repoint:
    'Each alias is deleted and made again where it pointed before, so that for a moment it does not exist. What somebody changed since is left alone.',
  delete:
    'The aliases are created again, with other IDs. What has a value of its own cannot be brought back, nor can what went with it.',
}

/** What is lost with a job that has not ended. */
const lossOf = (job: Job | undefined, counts: RowCounts) => {
  const { made, underWay, unsure, missing, outcomes } = counts
  const waiting = outcomes.find(({ name }) => name === 'waiting')?.count ?? 0
  const open = underWay - waiting + unsure
  return [
    made > 0 &&
      job?.change !== undefined &&
      `${counted(made, 'change')} that it made ${made === 1 ? 'stays' : 'stay'}.`,
    made > 0 &&
      job?.change === undefined &&
      `${counted(made, 'alias', 'aliases')} that it created ${made === 1 ? 'stays' : 'stay'}.`,
    missing > 0 && `${counted(missing, 'alias is', 'aliases are')} missing, and would stay so.`,
    waiting > 0 && `${counted(waiting, 'row was', 'rows were')} not sent.`,
    open > 0 &&
      `What became of ${counted(open, 'row')} would never be found out: some of it may exist.`,
    'There would be no report, no retry and no undo: all of that is kept in this browser only.',
  ]
    .filter((sentence) => sentence !== false)
    .join(' ')
}

const Bar = ({ children }: { children: ReactNode }) => (
  <div className="flex flex-wrap items-center gap-2">{children}</div>
)
