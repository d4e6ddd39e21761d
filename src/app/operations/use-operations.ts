import { useCallback, useEffect, useRef, useState } from 'react'
import { onceSeen } from '../data/once-seen'
import { useStore } from '../data/use-store'
import { currentSession, tokenHolder } from '../session/session'
import { apiName } from '../data/setting'
import { agreedTo, type Wish } from './agreed'
import { askHere, takesFocus } from './asked-here'
import { operations } from './in-browser'
import { rememberUndone } from './id-now'
import { subjectOf, type Operation } from './operation'
import type { NotStarted } from './operations'
import type { Status } from './statuses'
import { isOpen, type Result } from './result'
import type { Asked, Words } from './words'
import { wordsOf } from './words-of'

// What is prerendered knows of none.
const none: readonly Status[] = []

export const useStatuses = (): readonly Status[] => useStore(operations, () => none)

/** Who was asked, and whether the token was accepted so far. */
export const asked = (): Asked => ({
  apiName,
  tokenWorked: currentSession().tokenWorked,
  tokenHolder,
})

/** Says what became of an operation that this page knows of. */
export const wordsFor = (operation: Operation, result: Result): Words =>
  wordsOf(operation, result, asked())

const seen = new Set<string>()

/** To be used by whoever shows a result: once somebody can have seen it, no later page says it again. */
export const useSeen = (status: Status | undefined): void => {
  const { operation, result, isPast } = status ?? {}
  const id = result === undefined || isOpen(result) || isPast ? undefined : operation?.id
  useEffect(() => {
    if (id === undefined || seen.has(id)) return
    onceSeen(() => {
      seen.add(id)
      void operations.seen(id)
    })
  }, [id])
}

const isOver = ({ result, isAttended }: Status) =>
  result !== undefined && !isOpen(result) && !isAttended

/** Shows no more of what is over: of all of it, or of what somebody can have seen. */
export const dismissOver = (which: 'all' | 'seen'): void => {
  for (const status of operations.read()) {
    const { id, kind } = status.operation
    if (!isOver(status) || (which === 'seen' && !seen.has(id))) continue
    if (kind === 'create' && status.result?.kind === 'done') operations.pass(id)
    else void operations.forget(id)
  }
}

/** Whether what takes an operation back is under way. */
export const isBeingUndone = (id: string): boolean =>
  operations
    .read()
    .some(({ operation: { undoesId }, progress }) => undoesId === id && progress !== undefined)

/**
 * Starts what takes an operation back, as one of its own from now on; a notice says what came of it.
 * @returns why nothing was sent, where nothing was
 */
export const startUndo = async (undo: Wish): Promise<NotStarted | undefined> => {
  const operation = agreedTo(undo)
  askHere(operation.id)
  const before = operations.read().find((each) => each.operation.id === undo.undoesId)
  if (before !== undefined) rememberUndone(operation.id, subjectOf(before.operation))
  return operations.start(operation)
}

interface Attending {
  /** Whether the dialog says a result itself; any other is told by a notice once the dialog has gone. */
  says: (result: Result, operation: Operation) => boolean
  /** Called when what was started last has ended, as long as the dialog is there. */
  onEnd?: (result: Result, operation: Operation) => void
}

/** Runs operations for a dialog that shows where they stand; without it they go on, and notices tell of them. */
export const useRun = ({ says, onEnd }: Attending) => {
  const [id, setId] = useState<string>()
  const [notStarted, setNotStarted] = useState<NotStarted>()
  const status = useStatuses().find(({ operation }) => operation.id === id)
  const latest = useRef<Attending>({ says })
  const release = useRef<(() => void) | undefined>(undefined)
  useEffect(() => {
    latest.current = { says, ...(onEnd && { onEnd }) }
  })
  useEffect(
    () => () => {
      release.current?.()
      release.current = undefined
    },
    [],
  )
  useSeen(status)
  const run = useCallback(async (operation: Operation) => {
    release.current?.()
    const leave = operations.attend(operation.id)
    const result = () =>
      operations.read().find((each) => each.operation.id === operation.id)?.result
    const end = () => {
      leave()
      const ended = result()
      // Whoever closed the dialog before does not wait for it any more.
      if (ended === undefined) takesFocus(operation.id)
      if (ended !== undefined && !isOpen(ended) && latest.current.says(ended, operation))
        void operations.forget(operation.id)
    }
    release.current = end
    askHere(operation.id)
    setId(operation.id)
    setNotStarted(undefined)
    const why = await operations.start(operation)
    if (release.current !== end) return
    setNotStarted(why)
    const ended = result()
    if (ended !== undefined) latest.current.onEnd?.(ended, operation)
  }, [])
  return { run, status, notStarted, isBusy: status?.progress !== undefined }
}
