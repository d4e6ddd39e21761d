import { useSyncExternalStore } from 'react'
import type { Client } from '../../qovery/client'
import { browserClock } from '../browser-clock'
import { projectChanged } from '../changed'
import { isLeft, repoint, type Repointing, type RepointProgress } from '../outcome/repoint'
import { pendingRepoint, type RepointPlan } from '../outcome/repoint-plan'
import { loadClient } from './load-api'

/** The re-pointing of this tab. It goes on while its dialog is closed and pages are changed. */
export type RepointState =
  | { kind: 'idle' }
  | { kind: 'busy'; plan: RepointPlan; progress: RepointProgress }
  | { kind: 'done'; plan: RepointPlan; ended: Repointing }
  /** Another tab is at it, or a part of the page could not be loaded: nothing was sent. */
  | { kind: 'not-started'; plan: RepointPlan }

let state: RepointState = { kind: 'idle' }
// Read once a change, since what a store answers must not differ from one look to the next.
let left = pendingRepoint.read()
const listeners = new Set<() => void>()

const change = (next: RepointState) => {
  state = next
  left = pendingRepoint.read()
  for (const notify of listeners) notify()
}

// Another tab wrote: its plan began, got further or ended.
const lookAgain = () => change(state)

const subscribe = (notify: () => void) => {
  listeners.add(notify)
  addEventListener('storage', lookAgain)
  return () => {
    listeners.delete(notify)
    removeEventListener('storage', lookAgain)
  }
}

export const useRepoint = () => useSyncExternalStore(subscribe, () => state)

/** The plan of a re-pointing that has not come to an end, by whatever tab. */
export const useLeftRepoint = () => useSyncExternalStore(subscribe, () => left)

/** Starts a plan, or goes on with one. One tab at a time, or two would make two aliases. */
export const startRepoint = async (plan: RepointPlan): Promise<void> => {
  if (state.kind === 'busy') return
  change({ kind: 'busy', plan, progress: { stage: plan.stage, waits: { kind: 'sending' } } })
  const client = await loadClient().catch(() => undefined)
  if (client === undefined) return change({ kind: 'not-started', plan })
  try {
    await navigator.locks.request('alias-console:repoint', { ifAvailable: true }, (lock) =>
      lock === null ? change({ kind: 'not-started', plan }) : run(plan, client),
    )
  } catch {
    // A fault of ours: what is saved says how far it got, and the page offers to go on.
    change({ kind: 'idle' })
  }
}

const run = async (plan: RepointPlan, client: Client) => {
  let current = plan
  const ended = await repoint({
    plan,
    client,
    clock: browserClock,
    newId: () => crypto.randomUUID(),
    save: (next) => {
      current = next
      pendingRepoint.write(next)
    },
    onProgress: (progress) => change({ kind: 'busy', plan: current, progress }),
  })
  if (!isLeft(ended)) pendingRepoint.clear()
  void projectChanged(plan.projectId)
  change({ kind: 'done', plan: current, ended })
}

/** Forgets what has ended; a plan that has not is forgotten only where somebody asks for it. */
export const forgetRepoint = (andItsPlan: boolean) => {
  if (state.kind === 'busy') return
  if (andItsPlan) pendingRepoint.clear()
  change({ kind: 'idle' })
}
