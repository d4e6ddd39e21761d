import { useEffect, useRef, useState } from 'react'
import { cut } from '../ui/cut'
import { OnceSignedIn } from '../sign-in/once-signed-in'
import { counted, grouped } from '../ui/count'
import { NamedText } from '../ui/name'
import { useFocusKept } from '../ui/use-focus-kept'
import { CountFilters } from './count-filters'
import { JobActions } from './job-actions-bar'
import { JobNotice } from './job-notice'
import { JobProgress } from './job-progress'
import { resultWords } from './report/result-words'
import { Cell, RowTable } from './row-table'
import { UnattendedNote } from './unattended-note'
import type { JobView } from './run/bulk-job'
import { rowStates, type RowState } from './run/job'
import { Step } from './step'

const columns = ['Row', 'Alias', 'Source', 'Result', 'Reason']

const tones: Partial<Record<RowState, string>> = {
  created: 'text-ok',
  taken: 'text-danger',
  refused: 'text-danger',
  absent: 'text-danger',
  disappeared: 'text-danger',
  unknown: 'text-warning',
  claimed: 'text-warning',
}

/** A job while it runs, and its report when it has ended. */
export const RunStep = ({ view }: { view: JobView }) => {
  const { rows, phase, counts, job } = view
  const [chosen, setChosen] = useState<RowState>()
  // Focus follows what somebody just did, not a report or a job that was there when the page was opened.
  const [openedWith] = useState(phase.kind)
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (openedWith === 'running') heading.current?.focus()
  }, [openedWith])
  useFocusKept(() => heading.current, phase.kind)
  const ended = phase.kind === 'ended'
  const places = [...rows.keys()].filter(
    (place) => chosen === undefined || rows[place]?.state === chosen,
  )
  return (
    <>
      <Step number={1} title="Input" summary={counted(rows.length, 'row')} />
      <Step
        number={2}
        title="Plan"
        summary={`${counted(rows.length - counts.left, 'row')} of the plan, ${grouped(counts.left)} left out`}
      />
      <Step
        number={3}
        headingRef={heading}
        title={ended ? 'Report' : job?.task === 'undo' ? 'Undo' : 'Run'}
        summary={job === undefined ? '' : `Started ${started.format(job.startedAt)}`}
      >
        <JobNotice view={view} takesFocus={openedWith !== 'ended'} />
        {!ended && <JobProgress view={view} />}
        {phase.kind === 'running' && <UnattendedNote />}
        <CountFilters
          label="Results"
          counts={rowStates.map((name) => ({
            name,
            label: resultWords[name],
            count: counts[name],
          }))}
          chosen={chosen}
          onChoose={setChosen}
        />
        <JobActions view={view} />
        <OnceSignedIn what="The rows of this job">
          <RowTable label="Results" columns={columns} places={places} rows={rows}>
            {({ at, key, source, sourceKey, state, reason }) => (
              <>
                <span role="cell" className="text-muted tabular-nums">
                  {at}
                </span>
                <Cell mono>{key}</Cell>
                <Cell mono>{sourceKey ?? source}</Cell>
                <span role="cell" className={`font-semibold ${tones[state] ?? 'text-muted'}`}>
                  {resultWords[state]}
                </span>
                <span role="cell" className="min-w-0 py-1 break-words text-muted">
                  <NamedText text={cut(reason, 500)} names={[key, source, sourceKey ?? '']} />
                </span>
              </>
            )}
          </RowTable>
        </OnceSignedIn>
      </Step>
    </>
  )
}

const started = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' })
