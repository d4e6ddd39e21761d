import '../ui/app.css'
import { useRef, useState } from 'react'
import type { Past } from '../operations/history'
import { clearRecordedJobs, useRecordedJobs } from '../bulk/run/use-recorded-jobs'
import { history } from '../operations/in-browser'
import { isAsWanted } from '../operations/result'
import { useHistory } from '../operations/use-history'
import { PageTitle } from '../page/page-title'
import { useSession } from '../session/session'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { HistoryEntry } from './history-entry'
import { clearText } from './history-words'
import { JobList } from './job-list'

/** What this browser did in Qovery, newest first, each with its undo where that is possible. */
export const HistoryPage = () => {
  const { ready } = useSession()
  const all = useHistory()
  const jobs = useRecordedJobs()
  const reports = jobs.filter(({ job }) => job.isPutAway === true).length
  const [asks, setAsks] = useState(false)
  return (
    <>
      <PageTitle>History</PageTitle>
      <div className="mb-4 flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
        <div>
          <h1 className="text-title font-semibold">History</h1>
          <p className="max-w-prose text-muted">
            What was sent from this browser, in all of its tabs. It holds neither a token nor a
            value, and is forgotten after 90 days.
          </p>
        </div>
        {ready && (all?.length ?? 0) + reports > 0 && (
          <Button onClick={() => setAsks(true)}>Clear history</Button>
        )}
      </div>
      {ready && <JobList jobs={jobs} />}
      <Entries all={all} ready={ready} hasJobs={jobs.length > 0} />
      {asks && (
        <ClearDialog count={all?.length ?? 0} reports={reports} onClose={() => setAsks(false)} />
      )}
    </>
  )
}

interface EntriesProps {
  all: ReturnType<typeof useHistory>
  ready: boolean
  /** Whether bulk jobs are listed above. */
  hasJobs: boolean
}

const Entries = ({ all, ready, hasJobs }: EntriesProps) => {
  if (!ready) return <p className="text-muted">It appears once you have signed in.</p>
  if (all === undefined)
    return (
      <p role="status" className="text-muted">
        Reading the history…
      </p>
    )
  if (all === null)
    return (
      <p className="text-muted">
        This browser stores nothing for this site, so there is no history here.
      </p>
    )
  if (all.length === 0)
    return (
      <div className="panel p-6 text-muted">
        <p>
          {hasJobs ? 'Beside bulk jobs, nothing' : 'Nothing'} was changed from this browser so far.
        </p>
        <p>What you create, edit, re-point or delete is listed here, with a way back.</p>
      </div>
    )
  const undone = undoneIds(all)
  return (
    <ol aria-label="Operations of this browser" className="panel divide-y divide-line">
      {all.map((past) => (
        <li key={past.operation.id}>
          <HistoryEntry past={past} isUndone={undone.has(past.operation.id)} />
        </li>
      ))}
    </ol>
  )
}

/** Ids of the operations that another one took back. */
const undoneIds = (all: readonly Past[]) =>
  new Set(
    all.flatMap(({ operation, result }) =>
      isAsWanted(result, operation) ? (operation.undoesId ?? []) : [],
    ),
  )

interface ClearDialogProps {
  count: number
  /** Of bulk jobs that were put away. */
  reports: number
  onClose: () => void
}

const ClearDialog = ({ count, reports, onClose }: ClearDialogProps) => {
  const cancel = useRef<HTMLButtonElement>(null)
  return (
    <Dialog title="Clear the history of this browser?" onClose={onClose} first={cancel}>
      <p>{clearText(count, reports)}</p>
      <div className="flex flex-wrap gap-2">
        <Button
          kind="danger"
          onClick={() => {
            onClose()
            void history.clear()
            void clearRecordedJobs().catch(() => undefined)
          }}
        >
          Clear history
        </Button>
        <Button ref={cancel} onClick={onClose}>
          Cancel
        </Button>
      </div>
    </Dialog>
  )
}
