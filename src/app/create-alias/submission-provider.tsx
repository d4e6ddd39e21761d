import { useMutation } from '@tanstack/react-query'
import { createContext, use, useEffect, useMemo, useRef, useState, type ReactNode } from 'react'
import { ApiError } from '../../qovery/errors'
import type { Outcome, Progress } from '../outcome/outcome'
import { holdersOf } from '../outcome/holders'
import { pendingRecord } from '../outcome/pending-record'
import type { Submission } from '../outcome/submission'
import { queryClient, secretsQuery } from '../queries'
import { projectChanged } from '../changed'
import { afterPaint } from '../ui/after-paint'
import type { Task } from './carry-out'
import { onceBegun } from './load-late'

export type SubmissionState =
  | { kind: 'idle' }
  | { kind: 'busy'; submission: Submission; progress: Progress }
  | { kind: 'done'; submission: Submission; outcome: Outcome }
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

const notSent = new ApiError({ kind: 'network', sent: false })
const lost = new ApiError({ kind: 'network', sent: true })

const load = () => onceBegun().catch(() => undefined)

/** Stands above the pages, so that a submission under way survives a walk through the console. */
export const SubmissionProvider = ({ children }: { children: ReactNode }) => {
  const [state, setState] = useState<SubmissionState>({ kind: 'idle' })
  const cancel = useRef(new AbortController())
  // A ref, because two presses can fall between two renders.
  const underWay = useRef(false)
  const unclaimed = useRef(false)

  useEffect(() => {
    const recall = async () => {
      if (pendingRecord.read() === undefined) return
      const submission = (await load())?.pending.read()
      if (submission !== undefined && !underWay.current) setState({ kind: 'left', submission })
    }
    void recall()
  }, [])

  const end = (submission: Submission, outcome: Outcome) => {
    underWay.current = false
    unclaimed.current = true
    setState({ kind: 'done', submission, outcome })
    // The outcome is seen first: reading the list again draws all that shows it anew.
    afterPaint(() => void projectChanged(submission.projectId))
  }

  const { mutate } = useMutation({
    mutationKey: ['createProjectSecretAlias'],
    mutationFn: async ({ kind, submission }: Task): Promise<Outcome> => {
      const onProgress = (progress: Progress) => setState({ kind: 'busy', submission, progress })
      onProgress({ kind: 'sending' })
      const loaded = await load()
      if (loaded === undefined || !navigator.onLine) {
        // For the first sending this proves that nothing happened; for a check it proves nothing.
        return kind === 'send'
          ? { kind: 'refused', error: notSent }
          : { kind: 'unknown', error: lost }
      }
      return loaded.carryOut({ kind, submission, cancel: cancel.current.signal, onProgress })
    },
    onSuccess: (outcome, { submission }) => end(submission, outcome),
    // The procedures never reject. If they do, it is a fault of ours, and nothing is certain.
    onError: (_, { submission }) => end(submission, { kind: 'unknown', error: lost }),
  })

  const value = useMemo((): Submissions => {
    const start = (task: Task) => {
      if (underWay.current) return
      underWay.current = true
      cancel.current = new AbortController()
      mutate(task)
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
      dismiss: () => {
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
  }, [state, mutate])

  return <Context value={value}>{children}</Context>
}

const complete = (typed: Typed): Submission => {
  const seen = queryClient.getQueryData(secretsQuery(typed.projectId).queryKey)
  const holdersBefore =
    seen === undefined ? null : holdersOf(typed.request.key, seen).map(({ id }) => id)
  return { ...typed, id: crypto.randomUUID(), holdersBefore }
}
