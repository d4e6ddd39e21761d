import { subjectOf, type Operation } from './operation'
import type { Status } from './statuses'

/** By the id of an undo, what it takes back was about. */
const undone = new Map<string, string>()

/** To be called when an operation is taken back. */
export const rememberUndone = (undoId: string, subject: string): void => {
  undone.set(undoId, subject)
}

/** The id that a secret has by now, where what this page knows of gave it another one: re-pointed, or made again by an undo. */
export const idNow = (statuses: readonly Status[], secretId: string): string | undefined => {
  const made = statuses.findLast(
    ({ operation, result }) =>
      before(operation)?.toLowerCase() === secretId && secretOf(result) !== undefined,
  )
  return secretOf(made?.result)?.id
}

/** The id of what an operation gives another one to. */
const before = (operation: Operation) => {
  if (operation.kind === 'repoint') return subjectOf(operation)
  return operation.kind === 'create' ? undone.get(operation.id) : undefined
}

const secretOf = (result: Status['result']) =>
  result !== undefined && 'secret' in result ? (result.secret ?? undefined) : undefined
