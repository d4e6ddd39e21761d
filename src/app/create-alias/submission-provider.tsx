import {
  createContext,
  use,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
  type ReactNode,
} from 'react'
import { flushSync } from 'react-dom'
import { ApiError } from '../../qovery/errors'
import type { Outcome, Progress } from '../outcome/outcome'
import { holdersOf } from '../outcome/holders'
import { pendingRecord } from '../outcome/pending-record'
import type { Submission } from '../outcome/submission'
import { queryClient, secretsQuery } from '../queries'
import { projectChanged } from '../changed'
import { afterPaint } from '../ui/after-paint'
import type { CarryingOut, Task } from './carry-out'
import { loadLate, onceBegun } from './load-late'

export type SubmissionState =
  | { kind: 'idle' }
  | { kind: 'busy'; submission: Submission; progress: Progress }
  /** `isPast` once the next alias is begun after this one was created. */
  | { kind: 'done'; submission: Submission; outcome: Outcome; isPast: boolean }
  /** Created, and deleted again. */
  | { kind: 'undone'; submission: Submission }
  /** Left over from before a reload: what became of it has not been asked yet. */
  | { kind: 'left'; submission: Submission }

type Typed = Omit<Submission, 'id' | 'holdersBefore'>

interface Submissions {
  state: SubmissionState
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

const Context = createContext<Submissions | undefined>(undefined)

export const useSubmissions = () => {
  const submissions = use(Context)
  if (submissions === undefined) throw new Error('useSubmissions needs a SubmissionProvider')
  return submissions
}

// Made when they are needed: an error takes a look at all the code that it was made in, here the whole page's.
const notSent = (): Outcome => ({
  kind: 'refused',
  error: new ApiError({ kind: 'network', sent: false }),
})
const unknown = (): Outcome => ({
  kind: 'unknown',
  error: new ApiError({ kind: 'network', sent: true }),
})

// Milliseconds that an answer may take before the wait for it is drawn.
const atOnce = 100

const load = () => onceBegun().catch(() => undefined)

const carryOut = async (carrying: CarryingOut): Promise<Outcome> => {
  carrying.onProgress({ kind: 'sending' })
  const loaded = await load()
  if (loaded !== undefined && navigator.onLine) return loaded.carryOut(carrying)
  // For the first sending this proves that nothing happened; for a check it proves nothing.
  return carrying.kind === 'send' ? notSent() : unknown()
}

/** Stands above the pages, so that a submission under way survives a walk through the console. */
export const SubmissionProvider = ({ children }: { children: ReactNode }) => {
  const [state, setState] = useState<SubmissionState>({ kind: 'idle' })
  const cancel = useRef(new AbortController())
  // A ref, because two presses can fall between two renders.
  const underWay = useRef(false)
  const unclaimed = useRef(false)
  const soon = useRef<ReturnType<typeof setTimeout>>(undefined)

  useEffect(() => {
    const recall = async () => {
      if (pendingRecord.read() === undefined) return
      loadLate()
      const submission = (await load())?.pending.read()
      if (submission !== undefined && !underWay.current) setState({ kind: 'left', submission })
    }
    void recall()
  }, [])

  const end = useCallback((submission: Submission, outcome: Outcome) => {
    clearTimeout(soon.current)
    underWay.current = false
    unclaimed.current = true
    // At once: React would wait for its turn, and the frame that is due would show nothing of it.
    flushSync(() => setState({ kind: 'done', submission, outcome, isPast: false }))
    // The outcome is seen first: reading the list again draws all that shows it anew.
    afterPaint(() => void projectChanged(submission.projectId))
  }, [])

  const begin = useCallback(() => {
    setState((now) =>
      now.kind === 'done' && now.outcome.kind === 'created' && !now.isPast
        ? { ...now, isPast: true }
        : now,
    )
  }, [])

  const value = useMemo((): Submissions => {
    const start = (task: Task) => {
      if (underWay.current) return
      underWay.current = true
      cancel.current = new AbortController()
      const { submission } = task
      const onProgress = (progress: Progress) => {
        const draw = () => setState({ kind: 'busy', submission, progress })
        clearTimeout(soon.current)
        // The call goes out before anything is drawn, and an answer that comes at once needs no word of a wait.
        if (progress.kind === 'sending') soon.current = setTimeout(draw, atOnce)
        else draw()
      }
      void carryOut({ ...task, cancel: cancel.current.signal, onProgress })
        // The procedures never reject. If they do, it is a fault of ours, and nothing is certain.
        .catch(unknown)
        .then((outcome) => end(submission, outcome))
    }
    const again = (kind: Task['kind']) => {
      if (state.kind !== 'idle') start({ kind, submission: state.submission })
    }
    return {
      state,
      submit: (typed) => start({ kind: 'send', submission: complete(typed) }),
      tryAgain: () => again('send'),
      checkAgain: () => again('check'),
      cancel: () => cancel.current.abort(),
      begin,
      dismiss: () => {
        // What is under way is remembered, also while nothing is drawn of it yet.
        if (underWay.current) return
        pendingRecord.clear()
        setState({ kind: 'idle' })
      },
      undone: () => {
        if (state.kind === 'done') setState({ kind: 'undone', submission: state.submission })
      },
      claim: () => {
        if (!unclaimed.current) return false
        unclaimed.current = false
        // Forgotten only now: an outcome that nobody has seen is asked for again after a reload.
        const certain = state.kind === 'done' && state.outcome.kind !== 'unknown'
        if (certain) pendingRecord.clear()
        return true
      },
    }
  }, [state, begin, end])

  return <Context value={value}>{children}</Context>
}

const complete = (typed: Typed): Submission => {
  const seen = queryClient.getQueryData(secretsQuery(typed.projectId).queryKey)
  const holdersBefore =
    seen === undefined ? null : holdersOf(typed.request.key, seen).map(({ id }) => id)
  return { ...typed, id: crypto.randomUUID(), holdersBefore }
}
