import { upstream } from '../../data/setting'
import { forgetUnended, runningHere, shownJobs } from '../../data/job-progress'
import { openJournal } from '../journal/journal'
import { currentJob } from './bulk-job'
import { restoreJob } from './job-actions'
import { controlOf } from './run-here'

/**
 * Goes on with the job that this tab was running when its page was loaded again, whichever page that is, and shows no job as
 * paused that another tab has seen to since.
 */
export const lookAfterLeftJobs = async (): Promise<void> => {
  const journal = await openJournal()
  const jobs = await journal.jobs(upstream)
  journal.close()
  const paused = new Set(jobs.flatMap(({ job }) => (job.state === 'paused' ? job.projectId : [])))
  for (const { projectId } of shownJobs())
    if (!paused.has(projectId) && controlOf(projectId) === undefined) forgetUnended(projectId)
  const left = jobs.find(({ job }) => job.state === 'running' && job.id === runningHere.read())
  // Bulk itself sees to the job of the project that it shows.
  if (left !== undefined && currentJob().projectId === '') await restoreJob(left.job.projectId)
}
