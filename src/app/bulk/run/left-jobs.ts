import { upstream } from '../../data/setting'
import { forgetUnended, shownJobs } from '../../data/job-progress'
import { runningHere } from '../../data/running-job'
import { openJournal } from '../journal/journal'
import { currentJob } from './bulk-job'
import { restoreJob } from './job-actions'
import type { Job } from './job'
import { controlOf } from './run-here'

/**
 * Goes on with the job that this tab was running when its page was loaded again, whichever page that is, and shows no job as
 * paused that another tab has seen to since.
 */
export const lookAfterLeftJobs = async (): Promise<void> => {
  const jobs = await recordedJobs()
  const paused = new Set(
    jobs.flatMap(({ state, projectId }) => (state === 'paused' ? projectId : [])),
  )
  for (const { projectId } of shownJobs())
    if (!paused.has(projectId) && controlOf(projectId) === undefined) forgetUnended(projectId)
  const left = jobs.find(({ state, id }) => state === 'running' && id === runningHere.read())
  // Bulk itself sees to the job of the project that it shows.
  if (left !== undefined && currentJob().projectId === '') await restoreJob(left.projectId)
}

/** None where there is no journal: nothing can go on then, and Bulk says so where somebody asks for it. */
const recordedJobs = async (): Promise<Job[]> => {
  try {
    const journal = await openJournal()
    const jobs = await journal.jobs(upstream)
    journal.close()
    return jobs.map(({ job }) => job)
  } catch {
    return []
  }
}
