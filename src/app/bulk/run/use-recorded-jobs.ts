import { useEffect } from 'react'
import { createStore } from '../../data/store'
import { useStore } from '../../data/use-store'
import { openJournal, type Journal, type RecordedJob } from '../journal/journal'
import { upstream } from '../../data/setting'
import { showOther } from './bulk-job'
import type { Job } from './job'
import { whileNobodyRuns } from './job-lock'

const none: readonly RecordedJob[] = []
const recorded = createStore(none)

const withJournal = async <Answer>(use: (journal: Journal) => Promise<Answer>) => {
  const journal = await openJournal()
  try {
    return await use(journal)
  } finally {
    journal.close()
  }
}

const read = () =>
  withJournal(async (journal) => recorded.write(await journal.jobs(upstream))).catch(() =>
    recorded.write(none),
  )

/** The bulk jobs of this browser, the latest first, as they stood when this was drawn; none where it stores nothing. */
export const useRecordedJobs = (): readonly RecordedJob[] => {
  useEffect(() => void read(), [])
  return useStore(recorded)
}

/**
 * Makes a job that was put away its project's current one again, for its page to show.
 * @returns busy where another one of the project has not ended, gone where it is kept no longer; nothing was done then
 * @throws a StorageError where the browser does not give it
 */
export const bringBack = async (job: Job): Promise<'back' | 'busy' | 'gone'> => {
  const ends: ('back' | 'busy' | 'gone')[] = []
  await whileNobodyRuns(job.projectId, async () => {
    ends.push(await withJournal((journal) => journal.bringBack(job)))
  })
  const [end = 'busy'] = ends
  // What the page knew of another one is no longer what is to be shown.
  if (end === 'back') showOther(job.projectId)
  if (end === 'gone') await read()
  return end
}

/** Forgets the reports of all jobs that were put away. What the jobs did stays. */
export const clearRecordedJobs = async (): Promise<void> => {
  await withJournal((journal) => journal.clear(upstream))
  await read()
}
