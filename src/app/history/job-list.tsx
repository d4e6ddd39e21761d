import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useLocation } from 'wouter'
import { projectOwner } from '../../qovery/owner'
import { bulkPath } from '../../rules/page-paths'
import type { RecordedJob } from '../bulk/journal/journal'
import { bringBack } from '../bulk/run/use-recorded-jobs'
import { whyStopped } from '../bulk/run/why-stopped'
import { projectQuery } from '../queries/queries'
import { Instant } from '../ui/instant'
import { nameInText } from '../ui/name'
import { extentOf, jobTitle } from './history-words'

/** Bulk jobs of this browser; each report has what became of its rows, and its Undo. */
export const JobList = ({ jobs }: { jobs: readonly RecordedJob[] }) => {
  if (jobs.length === 0) return null
  return (
    <section aria-labelledby="jobs" className="mb-6">
      <h2 id="jobs" className="mb-2 text-lead font-semibold">
        Bulk jobs
      </h2>
      <ul className="panel divide-y divide-line">
        {jobs.map((each) => (
          <li key={each.job.id}>
            <JobEntry {...each} />
          </li>
        ))}
      </ul>
    </section>
  )
}

const JobEntry = ({ job, rows }: RecordedJob) => {
  const { projectId, startedAt } = job
  const project = useQuery(projectQuery(projectId))
  const name = project.data?.name ?? 'its project'
  const href = bulkPath(projectOwner(projectId))
  const [, navigate] = useLocation()
  const [problem, setProblem] = useState('')
  const open = async () => {
    try {
      const end = await bringBack(job)
      if (end === 'back') navigate(href)
      if (end === 'busy')
        setProblem('Another bulk job of this project has not ended. Open that one first.')
    } catch (cause) {
      setProblem(`The report cannot be shown. ${whyStopped(cause)}`)
    }
  }
  return (
    <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1 px-4 py-3">
      <div className="grid min-w-0 gap-0.5 wrap-anywhere">
        <p className="font-semibold">
          {jobTitle(job)} in <bdi translate="no">{nameInText(name)}</bdi>
        </p>
        <p className="flex flex-wrap gap-x-3 text-small text-muted">
          <span>{extentOf(job, rows)}</span>
          <span>{states[job.state]}</span>
          <Instant text={new Date(startedAt).toISOString()} epoch={startedAt} />
        </p>
      </div>
      {job.isPutAway === true ? (
        <button type="button" className="link max-sm:min-h-10" onClick={() => void open()}>
          Report and Undo
        </button>
      ) : (
        <Link className="link" href={href}>
          {job.state === 'ended' ? 'Report and Undo' : 'Open the job'}
        </Link>
      )}
      {problem !== '' && (
        <p role="alert" className="w-full text-small text-danger">
          {problem}
        </p>
      )}
    </div>
  )
}

const states = { running: 'not at its end', paused: 'paused', ended: 'ended' }
