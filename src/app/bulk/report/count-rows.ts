import { labelOf } from '../../operations/labels'
import { isAsWanted, isOpen, type Result } from '../../operations/result'
import {
  canRetry,
  isMade,
  isMissing,
  isToSend,
  isUnderWay,
  isUndo,
  isUnsure,
  type Job,
  type JobRow,
} from '../run/job'

// In the order in which they are counted.
const order = [
  'waiting',
  'sending',
  'being confirmed',
  'created',
  'saved',
  're-pointed',
  'deleted',
  'undone',
  'already there',
  'gone already',
  'conflict',
  'refused',
  'missing',
  'not confirmed',
  'outcome unknown',
  'not sent',
  'not created',
  'not saved',
  'not re-pointed',
  'not deleted',
  'not undone',
  'gone since',
  'left out',
]

/** Where a row stands or what became of it, in a word or two, as the page and every report say it. */
export const outcomeOf = (row: JobRow): string => {
  const { kind, state, result, unlisted } = row
  switch (state) {
    case 'skipped':
      return 'left out'
    case 'waiting':
    case 'sending':
      return state
    case 'open':
      return 'being confirmed'
    case 'ended':
      if (result === null) return 'outcome unknown'
      if (isUndo(row)) return undoLabel(row, result)
      return unlisted === 'missing' && kind === 'create' ? 'gone since' : labelOf({ kind }, result)
  }
}

/** Of what takes a change back; what is open, missing or was not sent is so in any case. */
const undoLabel = (row: JobRow, result: Result) => {
  if (isAsWanted(result, row)) return 'undone'
  return isOpen(result) || result.kind === 'cancelled' ? labelOf(row, result) : 'not undone'
}

/** How many rows of a job stand where. */
export interface RowCounts {
  /** By {@link outcomeOf}, in the order in which they are shown; none of zero. */
  outcomes: readonly { name: string; count: number }[]
  /** Rows that were to be sent. */
  toSend: number
  underWay: number
  /** Rows whose alias is there, as far as is known, and was made by the job; or whose change can be undone. */
  made: number
  /** Of a job that changed what was there: rows whose change was taken back, and those where that certainly did not happen. */
  undone: number
  notUndone: number
  /** Rows that may be sent again, those of which nothing is known among them. */
  retriable: number
  unsure: number
  /** Those of them that may be sent again, which finds out. */
  findable: number
  /** Rows whose alias was there, and was deleted and not made again. */
  missing: number
  /** Rows whose alias is there, which the last list does not show, as it could not be read, or not in full. */
  unshown: number
}

export const countRows = (rows: readonly JobRow[], task: Job['task'] | undefined): RowCounts => {
  const outcomes = new Map<string, number>()
  let [underWay, made, retriable, undone, notUndone, unshown] = [0, 0, 0, 0, 0, 0]
  let [unsure, findable, missing, toSend] = [0, 0, 0, 0]
  for (const row of rows) {
    const outcome = outcomeOf(row)
    outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1)
    if (isToSend(row)) toSend += 1
    if (isUnderWay(row)) underWay += 1
    else if (isUnsure(row)) {
      unsure += 1
      if (canRetry(row, task)) findable += 1
    } else if (isMissing(row)) missing += 1
    else if (isUndo(row)) {
      if (row.result !== null && isAsWanted(row.result, row)) undone += 1
      else notUndone += 1
    }
    if (isUnshown(row)) unshown += 1
    if (isMade(row)) made += 1
    if (canRetry(row, task)) retriable += 1
  }
  return {
    outcomes: order.flatMap((name) => {
      const count = outcomes.get(name)
      return count === undefined ? [] : [{ name, count }]
    }),
    toSend,
    underWay,
    made,
    undone,
    notUndone,
    retriable,
    unsure,
    findable,
    missing,
    unshown,
  }
}

const isUnshown = ({ kind, state, unlisted }: JobRow) =>
  kind === 'create' && state === 'ended' && (unlisted === 'unread' || unlisted === 'unreadable')
