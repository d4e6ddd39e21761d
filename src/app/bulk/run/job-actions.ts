import { browserClock } from '../../data/clock'
import { upstream } from '../../data/setting'
import { forgetUnended, showProgress } from '../../data/job-progress'
import { runningHere } from '../../data/running-job'
import { secretsChanged } from '../../queries/changed'
import { yielder } from '../yield-to-main'
import { openJournal, type Journal } from '../journal/journal'
import type { PlannedChange } from '../plan/plan-changes'
import type { PlacedRow } from '../plan/whole-plan'
import { currentJob, noJob, showJob, showOther } from './bulk-job'
import { rowsOfChanges } from './change-rows'
import { ownerOf, type Job } from './job'
import { isRunning, whileNobodyRuns } from './job-lock'
import { retryRows, rowsOfPlan, undoRows } from './prepare-rows'
import { controlOf, runHere, shareDone, showRunning, type Prepared } from './run-here'
import { StaleJob } from './stale-job'

/** Shows the project's current job, unless it is shown, and goes on with it where this very tab was running it. */
export const restoreJob = async (projectId: string) => {
  const { projectId: shown, phase } = currentJob()
  if (shown !== projectId) showOther(projectId)
  else if (phase.kind !== 'loading' && phase.kind !== 'elsewhere') return
  await showLast(projectId)
}

/** Milliseconds between two looks at whether another tab is still at a job, and looks after which it has gone: not loaded again. */
const [lookEvery, looksToBeGone] = [1000, 3]

/**
 * Shows what became of a job once the tab that ran it is no longer at it, and goes on with nothing: nobody asked for that
 * here. @returns what ends the wait
 */
export const showOnceFree = (projectId: string) => {
  const wait = new AbortController()
  const look = async () => {
    for (let free = 0; ;) {
      await browserClock.sleep(lookEvery, wait.signal)
      if (wait.signal.aborted) return
      free = (await isRunning(projectId)) ? 0 : free + 1
      // What cannot be shown now, as where the browser does not give the journal, is tried again.
      if (free >= looksToBeGone && !wait.signal.aborted) await showLast(projectId, false)
    }
  }
  void look()
  return () => wait.abort()
}

const showLast = async (projectId: string, goesOn = true) => {
  if (showRunning(projectId)) return
  try {
    const journal = await openJournal()
    const restored = await journal.restore(projectId, upstream, yielder())
    journal.close()
    if (restored === undefined) {
      forgetUnended(projectId)
      return showJob(projectId, noJob)
    }
    const { state, id } = restored.job
    const kind = state !== 'ended' && (await isRunning(projectId)) ? 'elsewhere' : asLeft(restored)
    showStored(restored, kind)
    if (currentJob().projectId !== projectId) return
    if (goesOn && state === 'running' && runningHere.read().includes(id)) await goOn()
  } catch (error) {
    // What another tab did in this very moment is shown already.
    if (error instanceof StaleJob) return
    // Without a journal there is no earlier job; starting one will say why it cannot, as will going on with one.
    if (currentJob().phase.kind === 'loading') showJob(projectId, noJob)
  }
}

const asLeft = ({ job }: Recorded) => (job.state === 'running' ? 'interrupted' : job.state)

/** Shows a job as the journal has it, and on every page that it is paused. */
const showStored = ({ job, rows }: Recorded, kind: 'elsewhere' | ReturnType<typeof asLeft>) => {
  const { projectId } = job
  if (kind === 'paused')
    showProgress({ projectId, percent: shareDone(rows), held: kind, end: null })
  else forgetUnended(projectId)
  showJob(projectId, { job, rows, phase: { kind } })
}

const run = async (projectId: string, prepare: (journal: Journal) => Promise<Prepared>) => {
  let ran: Prepared | undefined
  await runHere(projectId, async (journal) => {
    ran = await prepare(journal)
    // What is cancelled does not go on by itself.
    if (ran.isCancelled === true) runningHere.remove(ran.job.id)
    else runningHere.add(ran.job.id)
    return ran
  })
  if (ran === undefined) return
  const { job, rows } = ran
  // Every place that it was about, in other tabs as well.
  const owners = new Map(
    rows.map((row) => ownerOf(job, row)).map((owner) => [`${owner.kind} ${owner.id}`, owner]),
  )
  await Promise.all([...owners.values()].map(secretsChanged))
}

type Recorded = Pick<Prepared, 'job' | 'rows'>

/** Runs the job that is shown again, its rows changed first. @throws StaleJob where another tab saw to it since */
const rerun = async (change: (recorded: Recorded) => Prepared | Promise<Prepared>) => {
  const { projectId, job: shown } = currentJob()
  await run(projectId, async (journal) => {
    const restored = await journal.restore(projectId, upstream, yielder())
    if (restored === undefined)
      throw new StaleJob(
        'Another tab has put this job away: the history has its report, if it came to one.',
      )
    if (restored.job.id !== shown?.id) {
      showStored(restored, asLeft(restored))
      throw new StaleJob('Another tab went on to another job of this project, which is shown now.')
    }
    const prepared = await change(restored)
    // First, so that no row of an undo is ever there as one of the creation: it would be made again.
    await journal.put(prepared.job)
    if (prepared.rows !== restored.rows) await journal.save(prepared.rows)
    return prepared
  })
}

// What an earlier run left is held against the list before anything is sent.
const goingOn = ({ job, rows }: Recorded): Prepared => ({
  job: { ...job, state: 'running' },
  rows,
})

/** Goes on with the job that is shown, from where its journal says it is. */
export const goOn = () => rerun(goingOn)

/** Goes on with a job of this tab that no page shows. @throws StaleJob where another tab saw to it since */
export const goOnUnseen = (projectId: string, id: string) =>
  run(projectId, async (journal) => {
    const restored = await journal.restore(projectId, upstream, yielder())
    if (restored?.job.id !== id || restored.job.state !== 'running') throw new StaleJob()
    return goingOn(restored)
  })

/**
 * Ends the job that is shown, which nobody runs: sends nothing more, and finds out by the list what became of what was sent.
 * A change that was cut off is told as not certain, and can be tried again.
 */
export const cancelLeft = () => rerun((recorded) => ({ ...goingOn(recorded), isCancelled: true }))

/** Starts what was planned. */
export const startJob = (projectId: string, planned: readonly PlacedRow[], onBegun: () => void) =>
  run(projectId, async (journal) => {
    const id = crypto.randomUUID()
    const rows = rowsOfPlan(id, planned)
    const startedAt = browserClock.now()
    const job: Job = { id, projectId, upstream, startedAt, task: 'create', state: 'running' }
    await journal.begin(job, rows)
    onBegun()
    return { job, rows }
  })

/** Starts what was planned for what is there. */
export const startChanges = (
  projectId: string,
  change: NonNullable<Job['change']>,
  planned: readonly PlannedChange[],
  onBegun: () => void,
) =>
  run(projectId, async (journal) => {
    const job: Job = {
      id: crypto.randomUUID(),
      projectId,
      upstream,
      startedAt: browserClock.now(),
      task: 'change',
      change,
      state: 'running',
    }
    const rows = rowsOfChanges(job, planned)
    await journal.begin(job, rows)
    onBegun()
    return { job, rows }
  })

/** Sends those again that did not come to be, and looks for those of which nothing is known. */
export const retryFailed = () =>
  rerun(({ job, rows }) => ({
    job: { ...job, state: 'running' },
    // Another tab may have begun to undo it since it was shown here: then nothing of it is created again.
    rows: retryRows(job.task, rows),
  }))

/** Takes back what the job did and what nobody changed since. */
export const undoJob = () =>
  rerun(({ job, rows }) => ({
    job: { ...job, task: 'undo', state: 'running' },
    rows: undoRows(rows),
  }))

/** Has the job that is shown make way: its report is in the history from then on; one without an end is forgotten. */
export const closeJob = async () => {
  const { job, projectId } = currentJob()
  let isUnderWay = false
  const forget = async () => {
    if (job === undefined) return
    const journal = await openJournal()
    const stored = (await journal.jobs(upstream)).find((each) => each.job.id === job.id)?.job
    // Another tab may have begun to retry or undo what is read here as a report, and left it.
    isUnderWay = job.state === 'ended' && stored !== undefined && stored.state !== 'ended'
    if (!isUnderWay) await journal.putAway(job.id, upstream)
    journal.close()
  }
  // What another tab runs is that tab's: without its journal it could not be resumed.
  if (!(await whileNobodyRuns(projectId, forget)))
    return showJob(projectId, { phase: { kind: 'elsewhere' } })
  if (isUnderWay) return showLast(projectId)
  if (job !== undefined) runningHere.remove(job.id)
  forgetUnended(projectId)
  showJob(projectId, noJob)
  // Another tab may have begun a later one since: its report is not to be planned over unseen.
  if (currentJob().projectId === projectId) await showLast(projectId)
}

const shownId = () => currentJob().job?.id ?? ''

/** A paused job stays paused through a reload: the journal says so, and offers it instead of going on. */
export const pauseJob = () => {
  runningHere.remove(shownId())
  controlOf(currentJob().projectId)?.pause()
}
export const resumeJob = () => {
  runningHere.add(shownId())
  controlOf(currentJob().projectId)?.resume()
}
/** A job that is being cancelled sends no more, also where a reload comes before its end: the journal offers it then. */
export const cancelJob = () => {
  runningHere.remove(shownId())
  controlOf(currentJob().projectId)?.cancel()
}
