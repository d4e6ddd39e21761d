import { flushSync } from 'react-dom'
import { indexSecrets } from '../../qovery/secret-index'
import { projectChanged } from '../changed'
import { onceSeen } from '../once-seen'
import { holdersOf } from '../outcome/holders'
import type { Outcome, Progress } from '../outcome/outcome'
import { pendingRecord } from '../outcome/pending-record'
import type { Submission } from '../outcome/submission'
import { queryClient, secretsQuery } from '../queries'
import { afterPaint } from '../ui/after-paint'
import type { CarryingOut, Task } from './carry-out'
import { loadLate, onceBegun } from './load-late'
import { withoutAnswer } from './without-answer'

export type SubmissionState =
  | { kind: 'idle' }
  | { kind: 'busy'; submission: Submission; progress: Progress }
  /** `isPast` once the next alias is begun after this one was created. */
  | { kind: 'done'; submission: Submission; outcome: Outcome; isPast: boolean }
  /** Created, and deleted again. */
  | { kind: 'undone'; submission: Submission }
  /** Left over from before a reload: what became of it has not been asked yet. */
  | { kind: 'left'; submission: Submission }

type Typed = Omit<Submission, 'id' | 'holdersBefore' | 'sentAt'>

export interface SubmissionActions {
  /** Sends once: a second call while one is under way does nothing. */
  submit: (typed: Typed) => void
  /** Sends the same submission again, under the same idempotency key. */
  tryAgain: () => void
  /** Reads the list again; sends no POST. */
  checkAgain: () => void
  /** Ends a wait for a time the server named. */
  cancel: () => void
  dismiss: () => void
  /** To be called when the form changes: what was made last makes way for the next one. */
  begin: () => void
  /** To be called once what was created is deleted again. */
  undone: () => void
  /** True once for each submission that ended: whoever shows the end then moves focus and clears the form. */
  claim: () => boolean
}

// Milliseconds that an answer may take before the wait for it is drawn.
const atOnce = 100

const carryOut = async (carrying: CarryingOut): Promise<Outcome> => {
  carrying.onProgress({ kind: 'sending' })
  const loaded = await onceBegun.soon().catch(() => undefined)
  return loaded === undefined ? withoutAnswer(carrying) : loaded.carryOut(carrying)
}

/**
 * Carries submissions out one at a time, and tells where the last one stands. Two presses can fall between two drawings,
 * so what is under way is kept here and not in what is drawn.
 */
export const createSubmissions = (tell: (state: SubmissionState) => void) => {
  let state: SubmissionState = { kind: 'idle' }
  let cancel = new AbortController()
  let underWay = false
  let unclaimed = false
  let soon: ReturnType<typeof setTimeout> | undefined
  let current: Submission | undefined

  const change = (next: SubmissionState) => {
    state = next
    tell(next)
  }
  const end = (submission: Submission, outcome: Outcome) => {
    clearTimeout(soon)
    underWay = false
    unclaimed = true
    // At once: React would wait for its turn, and the frame that is due would show nothing of it.
    flushSync(() => change({ kind: 'done', submission, outcome, isPast: false }))
    // The outcome is seen first: reading the list again draws all that shows it anew.
    afterPaint(() => void projectChanged(submission.projectId))
  }
  const start = (task: Task) => {
    if (underWay) return
    underWay = true
    cancel = new AbortController()
    const { submission } = task
    const before = unsettled(state)
    if (before !== undefined && before.id !== submission.id)
      void onceBegun.get().then(({ leaveOpen }) => leaveOpen(before))
    current = submission
    const onProgress = (progress: Progress) => {
      const draw = () => change({ kind: 'busy', submission, progress })
      clearTimeout(soon)
      // The call goes out before anything is drawn, and an answer that comes at once needs no word of a wait.
      if (progress.kind === 'sending') soon = setTimeout(draw, atOnce)
      else draw()
    }
    void carryOut({ ...task, cancel: cancel.signal, onProgress })
      // The procedures never reject. If they do, it is a fault of ours, and nothing is certain.
      .catch(() => withoutAnswer({ kind: 'check' }))
      .then((outcome) => end(submission, outcome))
  }
  const again = (kind: Task['kind']) => {
    if (state.kind !== 'idle') start({ kind, submission: state.submission })
  }

  const actions: SubmissionActions = {
    submit: (typed) => start({ kind: 'send', submission: complete(typed) }),
    tryAgain: () => again('send'),
    checkAgain: () => again('check'),
    cancel: () => cancel.abort(),
    begin: () => {
      if (state.kind === 'done' && state.outcome.kind === 'created' && !state.isPast)
        change({ ...state, isPast: true })
    },
    dismiss: () => {
      // What is under way is remembered, also while nothing is drawn of it yet.
      if (underWay) return
      if (state.kind !== 'idle') settled(state.submission)
      change({ kind: 'idle' })
    },
    undone: () => {
      if (state.kind !== 'done') return
      unclaimed = true
      settled(state.submission)
      change({ kind: 'undone', submission: state.submission })
    },
    claim: () => {
      if (!unclaimed) return false
      unclaimed = false
      if (state.kind !== 'done' || unsettled(state) !== undefined) return true
      const { submission, outcome } = state
      // An alias that was created unseen is asked for again by the next page. What was not created is in the form, and
      // said again when it is sent again.
      if (outcome.kind === 'created') afterPaint(() => onceSeen(() => settled(submission)))
      else settled(submission)
      return true
    },
  }
  /** To be called once at the start: what a reload cut off is not forgotten. */
  const recall = async () => {
    if (pendingRecord.read() === undefined) return
    loadLate()
    const submission = (await onceBegun.get()).recall(current)
    if (submission !== undefined) change({ kind: 'left', submission })
  }
  return { actions, recall }
}

const settled = ({ id }: Submission) =>
  void onceBegun.get().then(({ pending }) => pending.remove(id))

/** The submission whose outcome is not certain, where a state has one that nothing is done about. */
const unsettled = (state: SubmissionState): Submission | undefined =>
  state.kind === 'left' || (state.kind === 'done' && state.outcome.kind === 'unknown')
    ? state.submission
    : undefined

const complete = (typed: Typed): Submission => {
  const seen = queryClient.getQueryData(secretsQuery(typed.projectId).queryKey)
  const holdersBefore =
    seen === undefined ? null : holdersOf(typed.request.key, indexSecrets(seen)).map(({ id }) => id)
  return { ...typed, id: crypto.randomUUID(), holdersBefore, sentAt: Date.now() }
}
