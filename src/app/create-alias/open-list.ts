import { useSyncExternalStore } from 'react'
import { pending } from '../outcome/pending'
import type { Submission } from '../outcome/submission'

// What is drawn ahead knows of none.
const none: readonly Submission[] = []
let open = none
const listeners = new Set<() => void>()

const change = (next: readonly Submission[]) => {
  open = next
  for (const listener of listeners) listener()
}
const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** The submissions before the last one whose outcome is still not certain, the latest last. */
export const useOpenSubmissions = () =>
  useSyncExternalStore(
    subscribe,
    () => open,
    () => none,
  )

/** To be called with a submission of uncertain outcome when the next one takes its place. */
export const leaveOpen = (submission: Submission): void => change([...open, submission])

/** Gives up asking what became of a submission. */
export const forget = ({ id }: Submission): void => {
  pending.remove(id)
  change(open.filter((each) => each.id !== id))
}

/**
 * What a reload cut off.
 * @param current the submission that has been begun since, if any.
 * @returns the latest, to be settled first; the others are open.
 */
export const recall = (current: Submission | undefined): Submission | undefined => {
  const left = pending.read().filter(({ id }) => id !== current?.id)
  const latest = current === undefined ? left.pop() : undefined
  change(left)
  return latest
}
