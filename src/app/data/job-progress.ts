import { createStore } from './store'
import { useStore } from './use-store'

/** A bulk job as every page shows it. */
export interface JobProgress {
  projectId: string
  /** How much of it is done; 100 only once it has ended. */
  percent: number
  /** What it cannot go on without: somebody who resumes it, or a token. */
  held: 'paused' | 'token' | undefined
  /** How it ended; null while it runs. */
  end: { tone: 'ok' | 'info' | 'warning'; title: string } | null
}

const none: readonly JobProgress[] = []
const store = createStore(none)

/** Shows on every page where a project's job of this tab stands. */
export const showProgress = (of: JobProgress): void => {
  const before = store.read().find(({ projectId }) => projectId === of.projectId)
  if (before?.percent === of.percent && before.held === of.held && before.end === of.end) return
  store.write([...others(of.projectId), of])
}

export const forgetProgress = (projectId: string): void => {
  if (store.read().some((each) => each.projectId === projectId)) store.write(others(projectId))
}

const others = (projectId: string) => store.read().filter((each) => each.projectId !== projectId)

export const useJobs = (): readonly JobProgress[] => useStore(store, () => none)

/** “Bulk 12 %” while a job runs, of several the one that is least far, or that one of them waits for somebody; else “Bulk”. */
export const useBulkLabel = (): string => {
  const running = useJobs().filter(({ end }) => end === null)
  if (running.length === 0) return 'Bulk'
  const held = running.find((each) => each.held !== undefined)?.held
  if (held !== undefined) return held === 'paused' ? 'Bulk paused' : 'Bulk waits for a token'
  return `Bulk ${Math.min(...running.map(({ percent }) => percent))} %`
}
