import { useEffect, useRef, useState } from 'react'
import { asked } from '../operations/use-operations'
import { cut } from '../ui/cut'
import { OnceSignedIn } from '../sign-in/once-signed-in'
import { counted, grouped } from '../ui/count'
import { exactInstant } from '../ui/instant'
import { NamedText } from '../ui/named-text'
import { useFocusKept } from '../ui/use-focus-kept'
import { CountFilters } from './count-filters'
import { JobActions } from './job-actions-bar'
import { JobNotice } from './job-notice'
import { JobProgress } from './job-progress'
import { outcomeOf } from './report/count-rows'
import { targetOf, wordsOfRow } from './report/row-words'
import { Cell, RowTable } from './row-table'
import { UnattendedNote } from './unattended-note'
import type { JobView } from './run/bulk-job'
import type { Job, JobRow } from './run/job'
import { Step } from './step'

const columns = ['Row', 'Alias', 'Target', 'Result', 'Reason']
const columnsOf = (job: Job | undefined) => {
  if (job?.change === undefined) return columns
  return ['Row', 'Key', targetHead(job), 'Result', 'Reason']
}
const targetHead = ({ change, task }: Job) => {
  if (change !== 'repoint') return 'Points at'
  return task === 'undo' ? 'Former target' : 'New target'
}

const tones = {
  ok: 'text-ok',
  info: 'text-muted',
  warning: 'text-warning',
  danger: 'text-danger',
}

/** A job while it runs, and its report when it has ended. */
export const RunStep = ({ view }: { view: JobView }) => {
  const { rows, phase, counts, job } = view
  const [filter, setChosen] = useState<string>()
  const [openedWith] = useState(phase.kind)
  const [[before, now], setSteps] = useState([phase.kind, phase.kind])
  if (now !== phase.kind) setSteps([now, phase.kind])
  const heading = useRef<HTMLHeadingElement>(null)
  // Focus follows what somebody just did, not a report or a job that was there when the page was opened.
  useEffect(() => {
    if (openedWith === 'running') heading.current?.focus()
  }, [openedWith])
  useFocusKept(() => heading.current, phase.kind)
  const ended = phase.kind === 'ended'
  const leftOut = counts.outcomes.find(({ name }) => name === 'left out')?.count ?? 0
  // A filter of nothing is no filter: what was waiting has been sent.
  const chosen = counts.outcomes.some(({ name }) => name === filter) ? filter : undefined
  const indexes = [...rows.entries()].flatMap(([rowIndex, row]) =>
    chosen === undefined || outcomeOf(row) === chosen ? [rowIndex] : [],
  )
  return (
    <>
      <Step
        number={1}
        title={job?.change === undefined ? 'Input' : 'Chosen'}
        summary={counted(rows.length, 'row')}
      />
      <Step
        number={2}
        title="Plan"
        summary={`${counted(rows.length - leftOut, 'row')}${leftOut === 0 ? '' : `, and ${grouped(leftOut)} left out`}`}
      />
      <Step
        number={3}
        headingRef={heading}
        title={ended ? 'Report' : job?.task === 'undo' ? 'Undo' : 'Run'}
        summary={job === undefined ? '' : `Started ${exactInstant(job.startedAt)}`}
      >
        <JobNotice view={view} before={before} />
        <JobProgress view={view} />
        {phase.kind === 'running' && <UnattendedNote />}
        <CountFilters
          label="Results"
          counts={counts.outcomes.map(({ name, count }) => ({ name, label: name, count }))}
          chosen={chosen}
          onChoose={setChosen}
        />
        <JobActions view={view} />
        <OnceSignedIn what="The rows of this job">
          <RowTable label="Results" columns={columnsOf(job)} indexes={indexes} rows={rows}>
            {(row) => job !== undefined && <ResultRow job={job} row={row} />}
          </RowTable>
        </OnceSignedIn>
      </Step>
    </>
  )
}

const ResultRow = ({ job, row }: { job: Job; row: JobRow }) => {
  const { at, key } = row
  const target = targetOf(job, row)
  const { tone, text } = wordsOfRow(job, row, asked())
  return (
    <>
      <span role="cell" className="text-muted tabular-nums">
        {at}
      </span>
      <Cell below={row.where}>{key}</Cell>
      <Cell>{target}</Cell>
      <span role="cell" className={`font-semibold ${tones[tone]}`}>
        {outcomeOf(row)}
      </span>
      <span role="cell" className="min-w-0 py-1 break-words text-muted">
        <NamedText text={cut(text, 500)} names={[key, target, row.source, row.sourceKey ?? '']} />
      </span>
    </>
  )
}
