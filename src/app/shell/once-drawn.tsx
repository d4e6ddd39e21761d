import { useEffect } from 'react'
import { shownJobs } from '../data/job-progress'
import { lazyCode } from '../data/lazy-code'
import { runningHere } from '../data/running-job'
import { PageKeys } from './shortcut-keys'

const lazyJobs = lazyCode(() => import('../bulk/run/left-jobs'))

const lookAfterLeftJobs = async () => {
  if (runningHere.read().length + shownJobs().length === 0) return
  const jobs = await lazyJobs.get()
  await jobs.lookAfterLeftJobs()
}

/** What every page has once it is drawn: its keys, and whoever goes on with the bulk jobs that a reload took along. */
export const OnceDrawn = () => {
  useEffect(() => void lookAfterLeftJobs(), [])
  return <PageKeys />
}
