import {
  isLeft,
  repoint,
  type Repointing,
  type RepointProgress,
  type RepointRun,
} from '../outcome/repoint'
import type { RepointPlan } from '../outcome/repoint-plan'
import { sameId } from '../outcome/same-secret'
import type { LeftRepoints } from './left-repoints'

/** What a tab knows of re-pointings. */
export interface Repoints {
  /** Under way in this tab. It goes on while its dialog is closed and pages are changed. */
  busy: { plan: RepointPlan; progress: RepointProgress } | undefined
  /** Ended in this tab and not yet dismissed, one for each alias. */
  ended: readonly { plan: RepointPlan; ended: Repointing }[]
  /** Not come to an end, by whatever tab. */
  left: readonly RepointPlan[]
}

/** Why nothing was sent. busy: another one is under way, here or in another tab · not-loaded: a part of the page is missing. */
export type NotStarted = 'busy' | 'not-loaded'

interface Tools extends Pick<RepointRun, 'clock' | 'newId'> {
  left: LeftRepoints
  loadClient: () => Promise<RepointRun['client']>
  /** Does what one tab may do at a time. @returns false where another tab is at it, and nothing was done */
  alone: (act: () => Promise<void>) => Promise<boolean>
  /** Does something once somebody can have seen what is drawn now. */
  onceSeen: (act: () => void) => void
  /** Called after anything may have changed in a project. */
  onChange: (projectId: string) => void
}

/** Runs re-pointings, one at a time, and keeps what became of each. */
export const repointRuns = (tools: Tools) => {
  const { left, loadClient, alone, clock, newId, onceSeen, onChange } = tools
  // Ended here, and remembered until it was seen: where the page is left before, the next one tells of it.
  const over = new Map<string | undefined, RepointPlan>()
  const unended = () => left.read().filter(({ alias }) => !over.has(alias.id.toLowerCase()))
  // Read once a change, since what a store answers must not differ from one look to the next.
  let state: Repoints = { busy: undefined, ended: [], left: unended() }
  const listeners = new Set<() => void>()

  const change = (next: Partial<Omit<Repoints, 'left'>>) => {
    state = { ...state, ...next, left: unended() }
    for (const notify of listeners) notify()
  }
  const endedButOf = (aliasId: string | undefined) =>
    state.ended.filter(({ plan }) => !sameId(plan.alias.id, aliasId))

  const isLeftOf = (aliasId: string) => unended().some(({ alias }) => sameId(alias.id, aliasId))

  const end = (plan: RepointPlan) => {
    const id = plan.alias.id.toLowerCase()
    over.set(id, plan)
    onceSeen(() => {
      if (over.get(id) !== plan) return
      over.delete(id)
      left.clear(plan)
    })
  }

  const run = async (plan: RepointPlan, client: RepointRun['client']) => {
    // What is left of the same alias may have deleted it: this plan takes its place, and has to know.
    let current =
      isLeftOf(plan.alias.id) && plan.submissionId === null
        ? { ...plan, submissionId: newId() }
        : plan
    over.delete(plan.alias.id.toLowerCase())
    const ended = await repoint({
      plan: current,
      client,
      clock,
      newId,
      save: (next) => {
        current = next
        left.write(next)
      },
      onProgress: (progress) => change({ busy: { plan: current, progress } }),
    })
    if (isLeft(ended)) left.write(current)
    else end(current)
    onChange(plan.projectId)
    change({ ended: [{ plan: current, ended }, ...endedButOf(plan.alias.id)] })
  }

  return {
    read: () => state,
    subscribe: (notify: () => void) => {
      listeners.add(notify)
      return () => listeners.delete(notify)
    },

    /** Starts a plan, or goes on with one; resolves when it has ended. */
    start: async (plan: RepointPlan): Promise<NotStarted | undefined> => {
      if (state.busy !== undefined) return 'busy'
      const progress: RepointProgress = { stage: plan.stage, waits: { kind: 'sending' } }
      change({ busy: { plan, progress } })
      try {
        const client = await loadClient().catch(() => undefined)
        if (client === undefined) return 'not-loaded'
        return (await alone(() => run(plan, client))) ? undefined : 'busy'
      } catch {
        // A fault of ours: what is saved says how far it got, and the page offers to go on.
        return undefined
      } finally {
        change({ busy: undefined })
      }
    },

    /** Forgets a plan, and what became of it. @returns false where it may be under way, and nothing was forgotten */
    forget: async (plan: RepointPlan): Promise<boolean> => {
      if (over.delete(plan.alias.id.toLowerCase())) left.clear(plan)
      else if (isLeftOf(plan.alias.id) && !(await alone(async () => left.clear(plan)))) return false
      change({ ended: endedButOf(plan.alias.id) })
      return true
    },

    /** Shows no more of a plan that has ended: somebody else says what became of it. */
    hide: (plan: RepointPlan) => change({ ended: endedButOf(plan.alias.id) }),

    /** To be called after another tab wrote into storage, under `name` or, where it is null, under any. */
    heard: (name: string | null) => {
      const aliasId = name === null ? undefined : left.aliasOf(name)
      over.delete(aliasId)
      // What another tab did about an alias came after all that this one knows of it.
      change({ ended: endedButOf(aliasId) })
    },
  }
}
