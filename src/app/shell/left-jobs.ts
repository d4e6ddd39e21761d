import { mayHaveLeftJobs } from '../data/job-progress'
import { lazyCode } from '../data/lazy-code'

const lazyJobs = lazyCode(() => import('../bulk/run/left-jobs'))

/** To be called once as the page begins: a reload takes the bulk jobs of this tab along. */
export const lookAfterLeftJobs = async (): Promise<void> => {
  if (!mayHaveLeftJobs()) return
  const jobs = await lazyJobs.get()
  // Without the journal there is nothing to go on with; Bulk says so where somebody asks for it.
  await jobs.lookAfterLeftJobs().catch(() => undefined)
}
