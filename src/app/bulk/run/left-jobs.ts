import { upstream } from '../../data/setting'
import { forgetUnended, shownJobs } from '../../data/job-progress'
import { runningHere } from '../../data/running-job'
import { openJournal } from '../journal/journal'
import { currentJob } from './bulk-job'
import { goOnUnseen, restoreJob } from './job-actions'
import type { Job } from './job'
import { controlOf } from './run-here'

/**
 * Goes on with the jobs that this tab was running when its page was loaded again, whichever page that is, and shows no job as
 * paused that another tab has seen to since.
 */
export const lookAfterLeftJobs = async (): Promise<void> => {
  const jobs = await recordedJobs()
  // Nothing can go on without a journal, and Bulk says so where somebody asks for it.
  if (jobs === undefined) return
  const paused = new Set(
    jobs.flatMap(({ state, projectId }) => (state === 'paused' ? projectId : [])),
  )
  for (const { projectId } of shownJobs())
    if (!paused.has(projectId) && controlOf(projectId) === undefined) forgetUnended(projectId)
  const running = runningHere.read()
  const left = jobs.filter(({ state, id }) => state === 'running' && running.includes(id))
  await Promise.all(left.map(goOn))
}

const goOn = async ({ projectId, id }: Job) => {
  // Bulk itself sees to the job of the project that it shows.
  if (currentJob().projectId === projectId) return
  try {
    await goOnUnseen(projectId, id)
  } catch {
    // What became of it meanwhile is shown where the page has been opened that shows it.
    if (currentJob().projectId === projectId) await restoreJob(projectId)
  }
}

const recordedJobs = async (): Promise<Job[] | undefined> => {
  try {
    const journal = await openJournal()
    const jobs = await journal.jobs(upstream)
    journal.close()
    return jobs.map(({ job }) => job)
  } catch {
    return undefined
  }
}
