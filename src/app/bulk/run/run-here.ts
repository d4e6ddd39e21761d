import { secretCalls } from '../../queries/api'
import { askForToken, currentSession, followSession, holdsToken } from '../../session/session'
import { forgetProgress, forgetUnended, showProgress } from '../../data/job-progress'
import { runningHere } from '../../data/running-job'
import { upstream } from '../../data/setting'
import { openChannel } from '../../data/site-data'
import { keepingToken } from '../../session/token-use'
import { browserClock } from '../../data/clock'
import { openJournal, type Journal } from '../journal/journal'
import { countRows } from '../report/count-rows'
import { endWords } from '../report/end-words'
import { currentJob, isWatched, showJob } from './bulk-job'
import { createControl, type Control } from './control'
import { isToSend, isUnderWay, type Job, type JobRow } from './job'
import { whileNobodyRuns } from './job-lock'
import { runJob } from './run-job'
import { historyOf } from './history-of'

/** The jobs that this tab runs, by project: somebody may go on to another project while one runs. */
const runs = new Map<string, { control: Control; draw: () => void }>()
export const controlOf = (projectId: string) => runs.get(projectId)?.control
/** Projects whose job is being read, to be run here. */
const beginning = new Set<string>()
/** Shows the job again that this tab runs, or is about to. @returns false where it runs none of this project */
export const showRunning = (projectId: string) => {
  runs.get(projectId)?.draw()
  return runs.has(projectId) || beginning.has(projectId)
}

/** Milliseconds between two drawings of a running job: often enough to follow, seldom enough to stay fluent. */
const drawEvery = 200

export interface Prepared {
  job: Job
  rows: readonly JobRow[]
  /** Whether it only has to end: nothing more of it is sent. */
  isCancelled?: boolean
}

// A tab that showed the job of a project that this one takes over, as paused for example, hears that it is old.
const tellTabs = openChannel(`alias-console:bulk:${upstream}`, (projectId) => {
  if (typeof projectId !== 'string' || runs.has(projectId)) return
  forgetUnended(projectId)
  // What is planned there meanwhile, or a report that is read, stays on its screen.
  const { kind } = currentJob().phase
  if (kind === 'paused' || kind === 'interrupted')
    showJob(projectId, { phase: { kind: 'elsewhere' } })
})

/**
 * Runs a job in this tab, unless another one runs a job of the same project. Resolves when it has ended.
 * @param prepare reads or writes the job, at a time when no other tab can: what a page remembers may be old
 * @throws what `prepare` does, as an ApiError or StaleJob, and a StorageError where there is no journal; nothing was sent
 * then
 */
export const runHere = async (
  projectId: string,
  prepare: (journal: Journal) => Promise<Prepared>,
) => {
  beginning.add(projectId)
  const ran = await whileNobodyRuns(projectId, async () => {
    const journal = await openJournal()
    try {
      const prepared = await prepare(journal)
      const { job, rows } = prepared
      showJob(projectId, { job, rows })
      await drive(journal, prepared).catch((cause: unknown) => {
        forgetProgress(projectId)
        showJob(projectId, { phase: { kind: 'broken', cause } })
      })
    } finally {
      runs.delete(projectId)
      journal.close()
    }
  }).finally(() => beginning.delete(projectId))
  if (ran) return
  forgetUnended(projectId)
  showJob(projectId, { phase: { kind: 'elsewhere' } })
}

const drive = async (journal: Journal, { job, rows, isCancelled = false }: Prepared) => {
  const { projectId } = job
  let checking = false
  let asked = 0
  let drawn: ReturnType<typeof setTimeout> | undefined
  const pace = createPace()
  const draw = () => {
    // One that is due as well would come after the end, and take its place.
    clearTimeout(drawn)
    drawn = undefined
    const hold = steering.hold()
    // A token that was forgotten is asked for already, in other words.
    if (steering.epoch > asked && currentSession().ready) askForToken('refused')
    asked = steering.epoch
    const { cancelled } = steering
    const held = hold?.kind === 'paused' || hold?.kind === 'token' ? hold.kind : undefined
    showProgress({ projectId, percent: shareDone(rows), held, end: null })
    const phase = { kind: 'running', hold, checking, cancelling: cancelled } as const
    showJob(projectId, { job, rows, phase, pace: pace.perSecond() })
  }
  let isOver = false
  const drawSoon = () => {
    if (!isOver) drawn ??= setTimeout(draw, drawEvery)
  }
  const keepPause = pauseKeeper(journal, job)
  const steering = createControl(browserClock, () => {
    if (!isOver) keepPause.note(steering.paused)
    drawSoon()
  })
  runs.set(projectId, { control: steering, draw })
  beginning.delete(projectId)
  tellTabs(projectId)
  if (isCancelled) steering.cancel()
  draw()
  // As soon as the question for a token is answered, whichever page is open.
  const unfollow = followSession(() => {
    const { ready, asking } = currentSession()
    const isAnswered = holdsToken && ready && asking === null
    if (isAnswered && steering.hold()?.kind === 'token') steering.takeToken()
  })
  const tellHistory = historyOf(rows)
  const isSending = () => !isHeldByPeople(steering)
  const run = () =>
    runJob({
      job,
      rows,
      client: secretCalls,
      save: async (saved) => {
        await journal.save(saved)
        await tellHistory(saved)
      },
      clock: browserClock,
      control: steering,
      onChange: drawSoon,
      onCheck: (now) => {
        checking = now
        drawSoon()
      },
      onAnswer: pace.count,
    })
  try {
    await keepingToken(isSending, run)
  } finally {
    isOver = true
    unfollow()
    // What it came to is drawn by whoever knows it, and stays.
    clearTimeout(drawn)
  }
  const counts = countRows(rows, job.task)
  const { tone, title } = endWords(job, counts)
  const ended: Job = { ...job, state: 'ended', end: { title, toSend: counts.toSend } }
  await keepPause.written()
  await journal.put(ended)
  runningHere.remove(job.id)
  showJob(projectId, { job: ended, rows: [...rows], phase: { kind: 'ended' } })
  if (isWatched(projectId)) return forgetProgress(projectId)
  showProgress({ projectId, percent: 100, held: undefined, end: { tone, title } })
}

/** Has the journal say whether a job is paused: a pause that somebody chose is one after a reload or a crash as well. */
const pauseKeeper = (journal: Journal, job: Job) => {
  let isPaused = false
  let writing = Promise.resolve()
  return {
    note: (paused: boolean) => {
      if (paused === isPaused) return
      isPaused = paused
      const write = () => journal.put({ ...job, state: paused ? 'paused' : 'running' })
      // One after the other. What is not written is an interruption later on, and loses nothing.
      writing = writing.then(write).catch(() => undefined)
    },
    written: () => writing,
  }
}

/** How much of a job is done, in percent; 99 at most as long as anything is under way. */
export const shareDone = (rows: readonly JobRow[]) => {
  const sent = rows.filter(isToSend)
  const left = sent.filter(isUnderWay).length
  return Math.min(99, Math.floor(((sent.length - left) / Math.max(1, sent.length)) * 100))
}

const isHeldByPeople = (control: Control) => {
  const kind = control.hold()?.kind
  return kind === 'paused' || kind === 'token'
}

/** How fast answers come while they come: over the last fifty, so that a wait of an hour does not count. */
const createPace = () => {
  let times: number[] = []
  return {
    count: () => {
      times = [...times.slice(-49), performance.now()]
    },
    perSecond: () => {
      const span = ((times.at(-1) ?? 0) - (times[0] ?? 0)) / 1000
      return times.length < 5 || span === 0 ? 0 : (times.length - 1) / span
    },
  }
}
