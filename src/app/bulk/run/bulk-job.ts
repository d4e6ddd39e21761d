import { createStore } from '../../data/store'
import { useStore } from '../../data/use-store'
import { countRows, type RowCounts } from '../report/count-rows'
import type { Hold } from './control'
import type { Job, JobRow } from './job'

/**
 * none: no job of this project · interrupted: the journal has one that did not end · paused: one that somebody paused
 * before a reload, and that nobody runs · elsewhere: another tab runs it, or did when that was looked at last ·
 * broken: the browser's storage failed, or a fault of ours stopped it, as `cause` tells.
 */
type Phase =
  | { kind: 'loading' | 'none' | 'interrupted' | 'paused' | 'elsewhere' | 'ended' }
  | { kind: 'broken'; cause: unknown }
  | { kind: 'running'; hold: Hold | undefined; checking: boolean; cancelling: boolean }

export interface JobView {
  projectId: string
  phase: Phase
  job: Job | undefined
  /** Changed in place while the job runs; a new view says that they changed. */
  rows: readonly JobRow[]
  counts: RowCounts
  /** Calls that were answered a second of sending, over this run; 0 until that can be told. */
  pace: number
}

/** What is shown where a project has no job. */
export const noJob = {
  phase: { kind: 'none' },
  job: undefined,
  rows: [],
  counts: countRows([], undefined),
  pace: 0,
} satisfies Omit<JobView, 'projectId'>

const store = createStore<JobView>({ ...noJob, projectId: '', phase: { kind: 'loading' } })

/** The job that this page shows or runs. It outlives a walk through the console, not a reload: that has the journal. */
export const currentJob = store.read

/** Shows what became of a project's job; nothing where the page has gone on to another project meanwhile. */
export const showJob = (projectId: string, change: Partial<Omit<JobView, 'projectId'>>) => {
  if (store.read().projectId !== projectId) return
  const view = { ...store.read(), ...change }
  store.write({ ...view, counts: countRows(view.rows, view.job?.task) })
}

/** Shows another project's job instead, of which nothing is known yet. */
export const showOther = (projectId: string) =>
  store.write({ ...noJob, projectId, phase: { kind: 'loading' } })

let onScreen: string | undefined

/** Says that what becomes of a project's job is on the screen. @returns what ends that */
export const watchJob = (projectId: string) => {
  onScreen = projectId
  return () => {
    onScreen = undefined
  }
}
export const isWatched = (projectId: string) => onScreen === projectId

export const useBulkJob = () => useStore(store)
