import { upstream } from './setting'
import { storage } from './site-data'
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

// One that is paused waits for somebody on every page, through a reload as well.
const pausedRecord = storage('sessionStorage', `alias-console:bulk-paused:${upstream}`)

/** Where this tab's paused jobs stood, a line each. */
const readPaused = (): JobProgress[] =>
  (pausedRecord.read() ?? '').split('\n').flatMap((line) => {
    const [projectId, percent] = line.split(' ')
    if (projectId === undefined || percent === undefined) return []
    return { projectId, percent: Number(percent), held: 'paused', end: null }
  })

const none: readonly JobProgress[] = []
const store = createStore<readonly JobProgress[]>(readPaused())

const write = (jobs: readonly JobProgress[]) => {
  store.write(jobs)
  const paused = jobs.filter(({ held, end }) => held === 'paused' && end === null)
  const lines = paused.map(({ projectId, percent }) => `${projectId} ${percent}`)
  if (lines.length === 0) pausedRecord.clear()
  else pausedRecord.write(lines.join('\n'))
}

/** Shows on every page where a project's job of this tab stands. */
export const showProgress = (of: JobProgress): void => {
  const before = store.read().find(({ projectId }) => projectId === of.projectId)
  if (before?.percent === of.percent && before.held === of.held && before.end === of.end) return
  write([...others(of.projectId), of])
}

export const forgetProgress = (projectId: string): void => {
  if (store.read().some((each) => each.projectId === projectId)) write(others(projectId))
}

/** Forgets where a job stood that this tab does not run any more; how one ended stays until it was seen. */
export const forgetUnended = (projectId: string): void => {
  if (store.read().some((each) => each.projectId === projectId && each.end === null))
    write(others(projectId))
}

const others = (projectId: string) => store.read().filter((each) => each.projectId !== projectId)

/** The jobs that every page shows, for an event. */
export const shownJobs = store.read

export const useJobs = (): readonly JobProgress[] => useStore(store, () => none)

/** “Bulk 12 %” while a job runs, of several the one that is least far, or that one of them waits for somebody; else “Bulk”. */
export const useBulkLabel = (): string => {
  const running = useJobs().filter(({ end }) => end === null)
  if (running.length === 0) return 'Bulk'
  const held = running.find((each) => each.held !== undefined)?.held
  if (held !== undefined) return held === 'paused' ? 'Bulk paused' : 'Bulk waits for a token'
  return `Bulk ${Math.min(...running.map(({ percent }) => percent))} %`
}
