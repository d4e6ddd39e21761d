import { useSyncExternalStore } from 'react'
import { countRows, type RowCounts } from '../report/count-rows'
import type { Hold } from './control'
import type { Job, JobRow } from './job'

/**
 * none: no job of this project · interrupted: the journal has one that did not end · elsewhere: another tab runs it ·
 * broken: the browser's storage failed, or a fault of ours stopped it, as `cause` tells.
 */
export type Phase =
  | { kind: 'loading' | 'none' | 'interrupted' | 'elsewhere' | 'ended' }
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

const nothing: JobView = {
  projectId: '',
  phase: { kind: 'loading' },
  job: undefined,
  rows: [],
  counts: countRows([], undefined),
  pace: 0,
}

let view = nothing
const listeners = new Set<() => void>()

/** The job that this page shows or runs. It outlives a walk through the console, not a reload: that has the journal. */
export const currentJob = () => view

/** Shows what became of a project's job; nothing where the page has gone on to another project meanwhile. */
export const showJob = (projectId: string, change: Partial<Omit<JobView, 'projectId'>>) => {
  if (view.projectId !== projectId) return
  view = { ...view, ...change }
  view.counts = countRows(view.rows, view.job?.task)
  for (const notify of listeners) notify()
}

/** Forgets what is shown, for another project. */
export const forgetJob = (projectId: string) => {
  view = { ...nothing, projectId }
}

let onScreen: string | undefined

/** Says that what becomes of a project's job is on the screen. @returns what ends that */
export const watchJob = (projectId: string) => {
  onScreen = projectId
  return () => {
    onScreen = undefined
  }
}
export const isWatched = (projectId: string) => onScreen === projectId

const subscribe = (notify: () => void) => {
  listeners.add(notify)
  return () => listeners.delete(notify)
}

export const useBulkJob = () => useSyncExternalStore(subscribe, currentJob)
