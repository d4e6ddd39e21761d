import { useEffect } from 'react'
import { createStore } from '../../data/store'
import { useStore } from '../../data/use-store'
import { openJournal, type RecordedJob } from '../journal/journal'
import { upstream } from '../../data/setting'

const none: readonly RecordedJob[] = []
const recorded = createStore(none)

const read = async () => {
  const journal = await openJournal()
  try {
    recorded.write(await journal.jobs(upstream))
  } finally {
    journal.close()
  }
}

/** Each project's last bulk job in this browser, as it stood when this was drawn; none where the browser stores nothing. */
export const useRecordedJobs = (): readonly RecordedJob[] => {
  useEffect(() => void read().catch(() => recorded.write(none)), [])
  return useStore(recorded)
}
